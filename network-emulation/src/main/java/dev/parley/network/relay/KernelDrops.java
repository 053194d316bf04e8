package dev.parley.network.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel dropped at UDP sockets, mostly for want of room in their buffers, as Linux tells
 * in {@code /proc/net/udp} and {@code /proc/net/udp6}; other systems do not tell.
 */
final class KernelDrops {
  private static final int LOCAL_ADDRESS = 1;
  private static final int DROPS = 12;

  private final Path folder;

  KernelDrops(Path folder) {
    this.folder = folder;
  }

  /** Of this system. */
  static KernelDrops ofSystem() {
    return new KernelDrops(Path.of("/proc/net"));
  }

  /** Packets dropped so far at each open socket; null where the system does not tell. */
  @Nullable Snapshot read() {
    Map<String, Long> byAddress = new HashMap<>();
    try {
      for (String file : new String[] {"udp", "udp6"}) {
        Path table = folder.resolve(file);
        if (Files.exists(table)) {
          // The file has no length of its own, so that it is read to its end.
          String text = new String(Files.readAllBytes(table), StandardCharsets.US_ASCII);
          text.lines().skip(1).forEach(line -> take(line, byAddress));
        }
      }
    } catch (IOException | NumberFormatException e) {
      return null;
    }
    return byAddress.isEmpty() ? null : new Snapshot(Map.copyOf(byAddress));
  }

  private static void take(String line, Map<String, Long> byAddress) {
    String[] columns = line.trim().split("\\s+", -1);
    if (columns.length > DROPS) {
      byAddress.merge(columns[LOCAL_ADDRESS], Long.parseLong(columns[DROPS]), Long::sum);
    }
  }

  /**
   * The drops at one moment.
   *
   * @param byAddress local addresses as the kernel writes them
   */
  record Snapshot(Map<String, Long> byAddress) {
    /** Of one socket; 0 for one that is not open. */
    long of(InetSocketAddress socket) {
      return byAddress.getOrDefault(kernelText(socket), 0L);
    }
  }

  /** Hexadecimal words in the machine's byte order, and the port. */
  static String kernelText(InetSocketAddress socket) {
    InetAddress address = socket.getAddress();
    ByteBuffer words = ByteBuffer.wrap(address.getAddress()).order(ByteOrder.nativeOrder());
    StringBuilder text = new StringBuilder();
    while (words.hasRemaining()) {
      text.append(String.format(Locale.ROOT, "%08X", words.getInt()));
    }
    return text.append(String.format(Locale.ROOT, ":%04X", socket.getPort())).toString();
  }
}
