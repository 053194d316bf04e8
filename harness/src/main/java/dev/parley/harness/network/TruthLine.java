package dev.parley.harness.network;

import dev.parley.network.model.FlowTruth;
import dev.parley.network.relay.RelayTruth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What had been applied to each received stream when a sample of its statistics came; thread-safe.
 *
 * <p>So loss seen and loss applied are compared over one window: that between two samples.
 */
final class TruthLine {

  private record Moment(String participant, String pc, long number) {}

  private final Map<Moment, Map<Long, FlowTruth>> moments = new ConcurrentHashMap<>();

  void add(String participant, String pc, long number, RelayTruth.OfParticipant truth) {
    Map<Long, FlowTruth> flows = new HashMap<>();
    truth.received().forEach(flow -> flows.put(flow.ssrc(), flow));
    moments.putIfAbsent(new Moment(participant, pc, number), flows);
  }

  /** What was applied to a stream between two samples; empty where one of them is not known. */
  Optional<AppliedLoss> between(String participant, String pc, long ssrc, long first, long last) {
    Map<Long, FlowTruth> before = moments.get(new Moment(participant, pc, first));
    Map<Long, FlowTruth> after = moments.get(new Moment(participant, pc, last));
    if (before == null || after == null || !after.containsKey(ssrc)) {
      return Optional.empty();
    }
    FlowTruth none = new FlowTruth(ssrc, 0, 0, 0, 0);
    FlowTruth start = before.getOrDefault(ssrc, none);
    FlowTruth end = after.getOrDefault(ssrc, none);
    long lost = end.lost() - start.lost();
    return Optional.of(new AppliedLoss(lost, lost + end.delivered() - start.delivered()));
  }
}
