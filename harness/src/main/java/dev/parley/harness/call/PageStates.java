package dev.parley.harness.call;

import dev.parley.harness.Amount;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a page has reported of its connections and channels, and when.
 *
 * @param record what was taken down of it
 * @param board which guards the record
 */
record PageStates(PageRecord record, CallBoard board) {

  String connectionState() {
    return board.read(record::connectionState);
  }

  /** A property of the first connection that is not closed; null where there is none. */
  @Nullable String ofConnection(Function<PeerConnectionRecord, @Nullable String> property) {
    return board.read(
        () -> {
          Optional<PeerConnectionRecord> live =
              record.connections.values().stream().filter(pc -> !pc.closed).findFirst();
          return live.isPresent() ? property.apply(live.get()) : null;
        });
  }

  @Nullable String channelState(String label) {
    return board.read(
        () -> {
          StateHistory channel = record.channels.get(label);
          return channel == null ? null : channel.current();
        });
  }

  Amount timeToState(double since, Set<String> states) {
    return timeTo(since, board.read(() -> entered(since, states)));
  }

  private Optional<Double> entered(double since, Set<String> states) {
    return record.connections.values().stream()
        .flatMap(connection -> connection.connection.entered(states, since).stream())
        .min(Double::compare);
  }

  Amount timeToChannelClosed(double since, String label) {
    return timeTo(since, board.read(() -> record.channel(label).entered(Set.of("closed"), since)));
  }

  private static Amount timeTo(double since, Optional<Double> then) {
    return then.map(at -> Amount.of((at - since) / 1000, "s")).orElseGet(() -> Amount.absent("s"));
  }
}
