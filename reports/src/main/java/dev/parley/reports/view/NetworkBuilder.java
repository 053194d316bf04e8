package dev.parley.reports.view;

import dev.parley.reports.model.RunEvent.LossCompared;
import dev.parley.reports.model.RunEvent.Network;
import dev.parley.reports.model.RunEvent.NetworkSample;
import dev.parley.reports.model.RunEvent.NetworkState;
import dev.parley.reports.model.RunEvent.NetworkSummary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what the log says of one participant's network. */
final class NetworkBuilder {
  private final String participant;
  private final EventsByType events;

  NetworkBuilder(String participant, EventsByType events) {
    this.participant = participant;
    this.events = events;
  }

  NetworkView build(@Nullable String planned) {
    List<LinkView> links = directions().map(this::link).toList();
    return new NetworkView(
        planned, events.last(Network.class), links, events.all(LossCompared.class));
  }

  private Stream<String> directions() {
    return Stream.of(
            events.all(NetworkState.class).stream().map(NetworkState::direction),
            events.all(NetworkSample.class).stream().map(NetworkSample::direction),
            events.all(NetworkSummary.class).stream().map(NetworkSummary::direction))
        .flatMap(all -> all)
        .distinct()
        .sorted(Comparator.reverseOrder());
  }

  private LinkView link(String direction) {
    return new LinkView(
        participant,
        direction,
        events.all(NetworkState.class).stream()
            .filter(state -> state.direction().equals(direction))
            .sorted(Comparator.comparingDouble(NetworkState::atMs))
            .toList(),
        events.all(NetworkSample.class).stream()
            .filter(sample -> sample.direction().equals(direction))
            .toList(),
        events.all(NetworkSummary.class).stream()
            .filter(summary -> summary.direction().equals(direction))
            .reduce((earlier, later) -> later)
            .orElse(null));
  }
}
