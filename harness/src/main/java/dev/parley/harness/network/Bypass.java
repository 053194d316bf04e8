package dev.parley.harness.network;

import dev.parley.harness.stats.ReceivedTotals;
import dev.parley.network.relay.RelayTruth;
import java.util.Optional;

/**
 * Tells by accounting whether anything reached a browser past the emulator.
 *
 * <p>A browser cannot have received more than it was given. Its count is held against the relay's,
 * taken a little later, so that what is still on its way can only hide a bypass that is smaller
 * than the margin: 10 packets and 1 %, or 10 kB and 1 %; nothing at all where nothing was
 * delivered.
 */
final class Bypass {
  private static final double SHARE = 0.01;
  private static final long PACKETS = 10;
  private static final long BYTES = 10_000;

  private Bypass() {}

  /**
   * What came past the emulator, in words; empty where nothing did.
   *
   * @param seen what the browser says that it received over one connection
   * @param truth what was delivered to this participant
   * @param duplicates packets that the links delivered twice, which the browser may count twice
   */
  static Optional<String> of(
      String participant,
      String pc,
      ReceivedTotals seen,
      RelayTruth.OfParticipant truth,
      long duplicates) {
    long bytes = truth.deliveredBytes().getOrDefault(pc, 0L);
    if (seen.bytes() > allowed(bytes, BYTES)) {
      return Optional.of(
          "%s received %d bytes over %s, of which the relay delivered %d"
              .formatted(participant, seen.bytes(), pc, bytes));
    }
    return seen.packets().entrySet().stream()
        .filter(
            stream ->
                stream.getValue()
                    > allowed(delivered(truth, stream.getKey()), PACKETS + duplicates))
        .findFirst()
        .map(
            stream ->
                "%s received %d packets of SSRC %d, of which the relay delivered %d"
                    .formatted(
                        participant,
                        stream.getValue(),
                        stream.getKey(),
                        delivered(truth, stream.getKey())));
  }

  private static long delivered(RelayTruth.OfParticipant truth, long ssrc) {
    return truth.received().stream()
        .filter(flow -> flow.ssrc() == ssrc)
        .mapToLong(flow -> flow.delivered())
        .sum();
  }

  private static double allowed(long delivered, long margin) {
    return delivered == 0 ? 0 : delivered * (1 + SHARE) + margin;
  }
}
