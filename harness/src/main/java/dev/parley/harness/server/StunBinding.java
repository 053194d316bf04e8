package dev.parley.harness.server;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** Asks a STUN server where a packet came from (RFC 8489). */
final class StunBinding {
  private static final int HEADER = 20;
  private static final short BINDING_REQUEST = 0x0001;
  private static final short BINDING_SUCCESS = 0x0101;
  private static final short XOR_MAPPED_ADDRESS = 0x0020;
  private static final int COOKIE = 0x2112A442;
  private static final int ID_LENGTH = 12;
  private static final int LONGEST = 1500;

  private StunBinding() {}

  /** Our address as the server saw it; empty if no answer to our request came in time. */
  static Optional<InetSocketAddress> ask(InetSocketAddress server, Duration patience) {
    byte[] id = new byte[ID_LENGTH];
    new SecureRandom().nextBytes(id);
    byte[] request =
        ByteBuffer.allocate(HEADER)
            .putShort(BINDING_REQUEST)
            .putShort((short) 0)
            .putInt(COOKIE)
            .put(id)
            .array();
    try (DatagramSocket socket = new DatagramSocket()) {
      // Connected, it hears at once that nobody listens.
      socket.connect(server);
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      socket.send(new DatagramPacket(request, request.length));
      DatagramPacket answer = new DatagramPacket(new byte[LONGEST], LONGEST);
      socket.receive(answer);
      return mapped(ByteBuffer.wrap(answer.getData(), 0, answer.getLength()), id);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<InetSocketAddress> mapped(ByteBuffer answer, byte[] id)
      throws IOException {
    if (answer.remaining() < HEADER || answer.getShort() != BINDING_SUCCESS) {
      return Optional.empty();
    }
    answer.getShort();
    byte[] keys = new byte[Integer.BYTES + ID_LENGTH];
    answer.get(keys);
    if (!ByteBuffer.wrap(keys)
        .equals(ByteBuffer.allocate(keys.length).putInt(COOKIE).put(id).flip())) {
      return Optional.empty();
    }
    while (answer.remaining() >= 2 * Short.BYTES) {
      short type = answer.getShort();
      int length = Short.toUnsignedInt(answer.getShort());
      if (length > answer.remaining()) {
        return Optional.empty();
      }
      if (type == XOR_MAPPED_ADDRESS) {
        return Optional.of(address(answer.slice(answer.position(), length), keys));
      }
      answer.position(Math.min(answer.limit(), answer.position() + (length + 3) / 4 * 4));
    }
    return Optional.empty();
  }

  private static InetSocketAddress address(ByteBuffer value, byte[] keys) throws IOException {
    value.getShort();
    int port = Short.toUnsignedInt(value.getShort()) ^ (COOKIE >>> Short.SIZE);
    byte[] address = new byte[value.remaining()];
    value.get(address);
    for (int i = 0; i < address.length; i++) {
      address[i] ^= keys[i];
    }
    return new InetSocketAddress(InetAddress.getByAddress(address), port);
  }
}
