package dev.parley.network.relay;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;

import com.sun.jna.Platform;
import dev.parley.network.model.NetworkProfile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.SkipException;
import org.testng.annotations.Test;

/** Receive drops as Linux tells them. */
public final class KernelDropsTest {
  private static final String HEAD =
      "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid"
          + "  timeout inode ref pointer drops            \n";

  @Test
  public void dropsOfASocketAreFound() throws IOException {
    if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
      throw new SkipException("the sample is a little-endian machine's");
    }
    Path folder = Files.createTempDirectory("parley-proc");
    try {
      Files.writeString(
          folder.resolve("udp"),
          HEAD
              + "  123: 020200C0:A3F1 00000000:0000 07 00000000:00000000 00:00000000 00000000"
              + "     0        0 4026 2 0000000000000000 17         \n");
      Files.writeString(
          folder.resolve("udp6"),
          HEAD
              + "  124: 000000FD000000000000000002000000:0050"
              + " 00000000000000000000000000000000:0000 07 00000000:00000000 00:00000000 00000000"
              + "     0        0 4027 2 0000000000000000 5\n");
      KernelDrops.Snapshot read = new KernelDrops(folder).read();
      if (read == null) {
        throw new AssertionError("nothing was read");
      }
      assertEquals(read.of(new InetSocketAddress("192.0.2.2", 0xA3F1)), 17);
      assertEquals(read.of(new InetSocketAddress("fd00::2", 80)), 5);
      assertEquals(read.of(new InetSocketAddress("192.0.2.3", 0xA3F1)), 0);
    } finally {
      Files.deleteIfExists(folder.resolve("udp"));
      Files.deleteIfExists(folder.resolve("udp6"));
      Files.delete(folder);
    }
  }

  @Test
  public void whereNothingIsToldNothingIsSaid() {
    assertNull(new KernelDrops(Path.of("no-such-folder")).read());
  }

  @Test
  public void thisSystemsOwnSocketsAreKnown() {
    if (!Platform.isLinux()) {
      throw new SkipException("only Linux tells what it drops");
    }
    try (Relay relay = Relays.start();
        RelayCall call =
            relay.open(TwoPeers.plan("drops", NetworkProfile.ideal(), NetworkProfile.ideal()))) {
      call.lease("offerer", 1);
      assertEquals(call.truth().kernelDrops(), Long.valueOf(0));
    }
  }
}
