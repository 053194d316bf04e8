package dev.parley.reports.view;

import dev.parley.reports.metrics.LatenessRule;
import dev.parley.reports.model.RunEvent.NetworkSample;
import dev.parley.reports.model.RunEvent.NetworkState;
import dev.parley.reports.model.RunEvent.NetworkSummary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a participant's emulated access link; lists are in the log's order.
 *
 * @param direction {@code up} (from the participant) or {@code down}
 * @param states what held, from when on
 * @param summary absent where the log has none, as of an attempt that was cut off
 */
public record LinkView(
    String participant,
    String direction,
    List<NetworkState> states,
    List<NetworkSample> samples,
    @Nullable NetworkSummary summary) {

  /** Whether the emulator kept time on this link. */
  public enum Lateness {
    IN_TIME("in time"),
    TOO_LATE("too late"),
    /** No packet left it, or the log has no summary. */
    NOT_REPORTED("not reported");

    private final String word;

    Lateness(String word) {
      this.word = word;
    }

    /** As it stands in a report. */
    public String word() {
      return word;
    }
  }

  /** Whether the emulator kept time, by {@link LatenessRule}. */
  public Lateness lateness() {
    if (summary == null || summary.lateness() == null) {
      return Lateness.NOT_REPORTED;
    }
    double p95 = summary.lateness().p95();
    return LatenessRule.inTime(p95, summary.lateShare(), leastDelayMs())
        ? Lateness.IN_TIME
        : Lateness.TOO_LATE;
  }

  /** The least propagation delay that was asked for, in milliseconds; absent where unknown. */
  public @Nullable Double leastDelayMs() {
    if (states.isEmpty()) {
      return summary == null ? null : summary.askedDelayMs();
    }
    return states.stream().mapToDouble(NetworkState::delayMs).min().getAsDouble();
  }

  /** Whether nothing was ever impaired, as far as the log tells. */
  public boolean isIdeal() {
    return !states.isEmpty() && states.stream().allMatch(LinkView::isIdeal);
  }

  /** Whether a state impairs nothing. */
  public static boolean isIdeal(NetworkState state) {
    return state.bitsPerSecond() == null
        && state.delayMs() == 0
        && state.jitter() == null
        && state.loss() == 0
        && state.lossModel() == null
        && !state.outage();
  }

  /** Whether both are the same to a packet; when and why they began does not matter. */
  public static boolean alike(NetworkState one, NetworkState other) {
    return Objects.equals(one.bitsPerSecond(), other.bitsPerSecond())
        && one.delayMs() == other.delayMs()
        && Objects.equals(one.jitter(), other.jitter())
        && one.loss() == other.loss()
        && Objects.equals(one.lossModel(), other.lossModel())
        && one.queue().equals(other.queue())
        && one.outage() == other.outage();
  }
}
