package dev.parley.network.capture;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public final class PcapngWriterTest {
  private static final InetSocketAddress ALICE = new InetSocketAddress("10.0.0.7", 5000);
  private static final InetSocketAddress BOB = new InetSocketAddress("10.0.0.8", 5001);
  private static final InetSocketAddress ALICE_6 = new InetSocketAddress("fd00::7", 5000);
  private static final InetSocketAddress BOB_6 = new InetSocketAddress("fd00::8", 5001);

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @BeforeMethod
  void forget() {
    written.reset();
  }

  private static String hex(String... lines) {
    return String.join("", lines).replace(" ", "");
  }

  private String taken() {
    String taken = HexFormat.of().formatHex(written.toByteArray());
    written.reset();
    return taken;
  }

  private static ByteBuffer payload(int... octets) {
    ByteBuffer payload = ByteBuffer.allocate(octets.length + 2).put((byte) 99);
    for (int octet : octets) {
      payload.put((byte) octet);
    }
    return payload.flip().position(1);
  }

  @Test
  public void isWhatTheFormatSays() throws IOException {
    try (PcapngWriter writer = new PcapngWriter(written, List.of("up"), 1_000)) {
      assertEquals(
          taken(),
          hex(
              "0a0d0d0a 0000002c 1a2b3c4d 0001 0000 ffffffffffffffff",
              "0004 0006 5061726c6579 0000 00000000 0000002c",
              "00000001 00000028 0065 0000 00000000",
              "0002 0002 7570 0000 0009 0001 09000000 00000000 00000028"));
      ByteBuffer payload = payload(1, 2, 3);
      writer.write(0, 0x1_0000_0000L, ALICE, BOB, payload, "dropped: queue");
      assertEquals(payload.remaining(), 3);
      assertEquals(
          taken(),
          hex(
              "00000006 00000058 00000000 00000001 000003e8 0000001f 0000001f",
              "4500001f 00004000 401126c0 0a000007 0a000008", // checksums as tshark verifies them
              "1388 1389 000b c0b6 010203 00",
              "0001 000e 64726f707065643a207175657565 0000 00000000 00000058"));
      writer.write(0, 0, ALICE_6, BOB_6, payload(1, 2, 3, 4), "");
      assertEquals(
          taken(),
          hex(
              "00000006 0000005c 00000000 00000000 000003e8 00000034 00000034",
              "60000000 000c 11 40 fd000000000000000000000000000007",
              "fd000000000000000000000000000008 1388 1389 000c daae 01020304",
              "0001 0000 00000000 0000005c"));
    }
  }

  @Test
  public void aChecksumOfZeroIsWrittenAsAllOnes() throws IOException {
    try (PcapngWriter writer = new PcapngWriter(written, List.of("up"), 0)) {
      writer.write(0, 0, ALICE, BOB, payload(0, 0), "");
      byte[] zeros = written.toByteArray();
      int checksum = ByteBuffer.wrap(zeros).getShort(zeros.length - 18) & 0xFFFF;
      written.reset();
      writer.write(0, 0, ALICE, BOB, payload(checksum >> 8, checksum & 0xFF), "");
      byte[] octets = written.toByteArray();
      assertEquals(ByteBuffer.wrap(octets).getShort(octets.length - 18), (short) 0xFFFF);
    }
  }

  @Test
  public void refusesWhatItCannotWrite() throws IOException {
    try (PcapngWriter writer = new PcapngWriter(written, List.of("up"), 0)) {
      ByteBuffer payload = payload(1);
      assertThrows(
          IllegalArgumentException.class, () -> writer.write(1, 0, ALICE, BOB, payload, ""));
      assertThrows(
          IllegalArgumentException.class, () -> writer.write(0, 0, ALICE, BOB_6, payload, ""));
      assertThrows(
          IllegalArgumentException.class,
          () -> writer.write(0, 0, ALICE, BOB, payload, "x".repeat(5000)));
    }
  }

  @Test
  public void takesTheLargestPacket() throws IOException {
    try (PcapngWriter writer = new PcapngWriter(written, List.of("up", "down"), 0)) {
      written.reset();
      writer.write(1, 0, ALICE, BOB, ByteBuffer.allocate(65_507), "\u00e9".repeat(4096));
      assertEquals(ByteBuffer.wrap(written.toByteArray()).getInt(4), written.size());
    }
  }
}
