package dev.parley.network.capture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes UDP packets as a pcapng file of raw IP with nanosecond times (draft-ietf-opsawg-pcapng).
 * In network byte order, which the format leaves to the writer. Not for several threads at once.
 */
public final class PcapngWriter implements AutoCloseable {
  private static final int SECTION_HEADER = 0x0A0D0D0A;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
  private static final int LINKTYPE_RAW = 101;

  private static final int OPTION_END = 0;
  private static final int OPTION_COMMENT = 1;
  private static final int IF_NAME = 2;
  private static final int SHB_USER_APPLICATION = 4;
  private static final int IF_RESOLUTION = 9;
  private static final byte NANOSECONDS = 9;
  private static final int MOST_COMMENT = 4096;
  private static final int LARGEST_BLOCK = 65_536 + 3 * MOST_COMMENT + 256;

  private final OutputStream out;
  private final int interfaces;
  private final long epochOffsetNanos;
  private final ByteBuffer block = ByteBuffer.allocate(LARGEST_BLOCK);

  /**
   * Begins a file.
   *
   * @param interfaces their names; packets name one by its index
   * @param epochOffsetNanos what makes the given times such since 1970
   */
  public PcapngWriter(Path file, List<String> interfaces, long epochOffsetNanos)
      throws IOException {
    this(new BufferedOutputStream(Files.newOutputStream(file)), interfaces, epochOffsetNanos);
  }

  PcapngWriter(OutputStream out, List<String> interfaces, long epochOffsetNanos)
      throws IOException {
    this.out = out;
    this.interfaces = interfaces.size();
    this.epochOffsetNanos = epochOffsetNanos;
    sectionHeader();
    for (String name : interfaces) {
      interfaceDescription(name);
    }
  }

  private void sectionHeader() throws IOException {
    begin(SECTION_HEADER);
    block.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
    option(SHB_USER_APPLICATION, "Parley".getBytes(StandardCharsets.UTF_8));
    end();
  }

  private void interfaceDescription(String name) throws IOException {
    begin(INTERFACE_DESCRIPTION);
    block.putShort((short) LINKTYPE_RAW).putShort((short) 0).putInt(0);
    option(IF_NAME, name.getBytes(StandardCharsets.UTF_8));
    option(IF_RESOLUTION, new byte[] {NANOSECONDS});
    end();
  }

  /**
   * Writes one packet.
   *
   * @param index of the interface
   * @param nanos its time
   * @param from who sent it; of the same family as {@code to}
   * @param payload what is between position and limit, which stay
   * @param comment what became of it, up to 4096 characters
   */
  public void write(
      int index,
      long nanos,
      InetSocketAddress from,
      InetSocketAddress to,
      ByteBuffer payload,
      String comment)
      throws IOException {
    if (index < 0 || index >= interfaces) {
      throw new IllegalArgumentException(
          "found interface %d, expected 0 to %d".formatted(index, interfaces - 1));
    }
    if (comment.length() > MOST_COMMENT) {
      throw new IllegalArgumentException(
          "found a comment of %d characters, expected %d at most"
              .formatted(comment.length(), MOST_COMMENT));
    }
    begin(ENHANCED_PACKET);
    int length = UdpPacket.length(from, payload.remaining());
    block.putInt(index).putLong(nanos + epochOffsetNanos).putInt(length).putInt(length);
    UdpPacket.write(block, from, to, payload);
    pad();
    option(OPTION_COMMENT, comment.getBytes(StandardCharsets.UTF_8));
    end();
  }

  private void begin(int type) {
    block.clear().putInt(type).putInt(0);
  }

  private void option(int code, byte[] value) {
    block.putShort((short) code).putShort((short) value.length).put(value);
    pad();
  }

  private void pad() {
    while (block.position() % 4 != 0) {
      block.put((byte) 0);
    }
  }

  private void end() throws IOException {
    block.putInt(OPTION_END);
    int length = block.position() + 4;
    block.putInt(length).putInt(4, length);
    out.write(block.array(), 0, length);
  }

  /** Hands what was written to the system. */
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
