package dev.parley.network.relay;

import dev.parley.network.model.PacketKind;
import dev.parley.network.stun.StunKey;
import dev.parley.network.stun.StunMessage;
import dev.parley.network.truth.PacketClassifier;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a source may send to a socket that stands for a candidate: it has to know the
 * passwords of the call.
 */
final class Admission {
  private final Participants participants;

  Admission(Participants participants) {
    this.participants = participants;
  }

  /** What came of it. */
  sealed interface Result {
    /** Not admitted. */
    record Refused(Refusal why) implements Result {}

    /** A check of this generation of a sender; its answers are signed with this key. */
    record Checks(Generation sender, StunKey key) implements Result {}

    /** The answer to a check that was forwarded. */
    record Answers(BoundSocket.Asked question) implements Result {}
  }

  /** Looks at the first packet of a source. */
  Result of(BoundSocket at, CandidateStand stand, InetSocketAddress source, byte[] payload) {
    PacketKind kind = PacketClassifier.classify(ByteBuffer.wrap(payload)).kind();
    StunMessage message =
        kind == PacketKind.STUN ? StunMessage.parse(payload, payload.length) : null;
    if (message == null) {
      boolean garbage = kind == PacketKind.STUN || kind == PacketKind.OTHER;
      return refused(garbage ? Refusal.GARBAGE : Refusal.UNKNOWN_SOURCE);
    }
    if (message.method() != StunMessage.BINDING) {
      return refused(Refusal.UNKNOWN_SOURCE);
    }
    return switch (message.kind()) {
      case REQUEST -> check(at, stand, source, message);
      case SUCCESS, ERROR -> answer(at, source, message);
      case INDICATION -> refused(Refusal.UNKNOWN_SOURCE);
    };
  }

  private Result check(
      BoundSocket at, CandidateStand stand, InetSocketAddress source, StunMessage check) {
    String[] ufrags = check.username() == null ? new String[0] : check.username().split(":", 2);
    if (ufrags.length != 2) {
      return refused(Refusal.NO_INTEGRITY);
    }
    Generation told = stand.generation();
    Generation asked = told.connection().known(told.own(), ufrags[0]);
    Generation sender = participants.sender(told, ufrags[1]);
    if (asked == null || sender == null) {
      return refused(Refusal.UNKNOWN_CREDENTIALS);
    }
    if (!check.isIntact(asked.password()) || !check.fingerprintHolds()) {
      return refused(Refusal.NO_INTEGRITY);
    }
    if (at.isReplayed(check.transaction(), source)) {
      return refused(Refusal.REPLAYED);
    }
    return new Result.Checks(sender, asked.password());
  }

  private static Result answer(BoundSocket at, InetSocketAddress source, StunMessage answer) {
    BoundSocket.@Nullable Asked question = at.asked(source);
    if (question == null) {
      return refused(Refusal.UNKNOWN_SOURCE);
    }
    return answer.isIntact(question.key()) && answer.fingerprintHolds()
        ? new Result.Answers(question)
        : refused(Refusal.NO_INTEGRITY);
  }

  private static Result refused(Refusal why) {
    return new Result.Refused(why);
  }
}
