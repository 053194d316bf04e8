package dev.parley.network.relay;

import dev.parley.network.stun.StunBuilder;
import dev.parley.network.stun.StunKey;
import dev.parley.network.stun.StunMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One side of a call as far as ICE and UDP go: a socket, credentials, checks and answers. */
final class FakePeer implements AutoCloseable {
  private static final AtomicLong TRANSACTIONS = new AtomicLong();
  private static final int PATIENCE_MS = 3_000;

  private final String ufrag;
  private final String password;
  private final DatagramSocket socket;

  FakePeer(String ufrag, InetAddress address) {
    this.ufrag = ufrag;
    this.password = ufrag + "-password-of-22-chars";
    try {
      this.socket = new DatagramSocket(0, address);
      socket.setReceiveBufferSize(1 << 21);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came, and from where. */
  static final class Received {
    private final byte[] payload;
    private final InetSocketAddress from;

    private Received(byte[] payload, InetSocketAddress from) {
      this.payload = payload;
      this.from = from;
    }

    byte[] payload() {
      return payload;
    }

    InetSocketAddress from() {
      return from;
    }

    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  String ufrag() {
    return ufrag;
  }

  String password() {
    return password;
  }

  String address() {
    return AddressText.of(socket.getLocalAddress());
  }

  InetSocketAddress local() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** A connectivity check to whoever has these credentials. */
  byte[] check(FakePeer to) {
    return check(to.ufrag, to.password);
  }

  /** A connectivity check. */
  byte[] check(String theirUfrag, String theirPassword) {
    return StunBuilder.bindingRequest(TRANSACTIONS.incrementAndGet())
        .username(theirUfrag + ":" + ufrag)
        .integrity(theirPassword)
        .fingerprint()
        .build();
  }

  /** The answer to a check. */
  byte[] answer(Received check) {
    long transaction = ByteBuffer.wrap(check.payload()).getLong(12);
    return StunBuilder.bindingSuccess(transaction).integrity(password).fingerprint().build();
  }

  void send(byte[] payload, RelaySocket to) {
    send(payload, new InetSocketAddress(to.address(), to.port()));
  }

  void send(byte[] payload, InetSocketAddress to) {
    try {
      socket.send(new DatagramPacket(payload, payload.length, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next datagram. */
  Received receive() {
    Received received = receive(PATIENCE_MS);
    if (received == null) {
      throw new AssertionError(
          "nothing came to %s (%s) within %d ms".formatted(ufrag, local(), PATIENCE_MS));
    }
    return received;
  }

  /** The next datagram; null if none comes in this time. */
  @Nullable Received receive(int patienceMs) {
    try {
      socket.setSoTimeout(patienceMs);
      DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
      socket.receive(packet);
      return new Received(
          Arrays.copyOf(packet.getData(), packet.getLength()),
          (InetSocketAddress) packet.getSocketAddress());
    } catch (SocketTimeoutException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The check that came, which must be sound. */
  Received receiveCheck() {
    Received received = receive();
    StunMessage message = StunMessage.parse(received.payload(), received.payload().length);
    if (message == null || !message.isIntact(StunKey.shortTerm(password))) {
      throw new AssertionError("found no check for %s from %s".formatted(ufrag, received.from()));
    }
    return received;
  }

  @Override
  public void close() {
    socket.close();
  }
}
