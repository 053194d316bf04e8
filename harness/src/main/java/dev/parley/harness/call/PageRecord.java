package dev.parley.harness.call;

import dev.parley.harness.stats.CapabilityMap;
import dev.parley.harness.stats.ClockMap;
import dev.parley.harness.stats.StatsNormalizer;
import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.RunEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one participant's page has reported; guarded by the call's board. */
final class PageRecord {
  /**
   * How coarse a page's clock is under the cross-origin isolation that the pages are served with.
   */
  private static final double CLOCK_RESOLUTION_MS = 0.02;

  final String participant;
  final CapabilityMap capabilities;
  final ClockMap clock = new ClockMap(CLOCK_RESOLUTION_MS);
  final Map<String, PeerConnectionRecord> connections = new LinkedHashMap<>();
  final Map<String, StateHistory> channels = new LinkedHashMap<>();
  final List<RunEvent.PageHealth> health = new ArrayList<>();

  /** Whether the page is meant to be gone: then a closed socket is nobody's fault. */
  boolean left;

  private ClockMap.@Nullable Mapping mapping;

  PageRecord(String participant, CapabilityMap capabilities) {
    this.participant = participant;
    this.capabilities = capabilities;
  }

  PeerConnectionRecord connection(String id) {
    return connections.computeIfAbsent(
        id, key -> new PeerConnectionRecord(key, new StatsNormalizer(capabilities)));
  }

  StateHistory channel(String label) {
    return channels.computeIfAbsent(label, key -> new StateHistory("none"));
  }

  void exchange(long sentNanos, double pageMs, long receivedNanos) {
    clock.add(sentNanos, pageMs, receivedNanos);
    mapping = clock.mapping().orElse(null);
  }

  ClockMap.@Nullable Mapping mapping() {
    return mapping;
  }

  /** A page's time on both clocks; before the first exchange it stands at its arrival. */
  PageTime at(double pageMs, double arrivedRunMs) {
    return mapping == null ? new PageTime(pageMs, arrivedRunMs) : mapping.at(pageMs);
  }

  /** The least of its connections' states, in the order in which a connection comes up. */
  String connectionState() {
    return connections.values().stream()
        .filter(pc -> !pc.closed || connections.size() == 1)
        .map(pc -> pc.connection.current())
        .min(ConnectionOrder.LEAST_FIRST)
        .orElse("new");
  }
}
