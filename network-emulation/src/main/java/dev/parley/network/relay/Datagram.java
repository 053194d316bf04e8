package dev.parley.network.relay;

import dev.parley.network.model.PacketKind;
import dev.parley.network.realtime.Flipped;
import dev.parley.network.stun.TurnData;
import dev.parley.network.truth.FlowRecorder;
import dev.parley.network.truth.PacketClassifier;
import dev.parley.network.truth.PacketId;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A packet on its way through the relay; nothing of it ever changes. */
final class Datagram {
  private final byte[] payload;
  private final Route route;
  private final PacketId id;
  private final boolean duplicate;

  private Datagram(byte[] payload, Route route, PacketId id, boolean duplicate) {
    this.payload = payload;
    this.route = route;
    this.id = id;
    this.duplicate = duplicate;
  }

  /** A packet that came; its payload is not touched any more. */
  static Datagram arrived(byte[] payload, Route route) {
    return new Datagram(payload, route, PacketClassifier.classify(ByteBuffer.wrap(payload)), false);
  }

  /** What of it leaves a link that may have copied it or flipped a bit. */
  Datagram after(int copy, long flippedBit) {
    if (copy == 0 && flippedBit < 0) {
      return this;
    }
    return new Datagram(Flipped.bit(payload, flippedBit), route, id, duplicate || copy > 0);
  }

  byte[] payload() {
    return payload;
  }

  Route route() {
    return route;
  }

  /** What it is, as it arrived. */
  PacketId id() {
    return id;
  }

  /** Whether it is the copy of another one that is on its way too. */
  boolean isDuplicate() {
    return duplicate;
  }

  /** The account of RTP streams at its receiver; null where none is behind a link. */
  @Nullable FlowRecorder flows() {
    Connection receiver = route.receiver();
    return receiver == null ? null : receiver.participant().flows();
  }

  /** What it is to the account of RTP streams: what TURN carries is opened. */
  PacketId stream() {
    if (id.kind() != PacketKind.TURN_CHANNEL && id.kind() != PacketKind.STUN) {
      return id;
    }
    ByteBuffer carried = TurnData.of(payload);
    return carried == null ? id : PacketClassifier.classify(carried);
  }
}
