package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.CallInconclusive;
import dev.parley.harness.Check;
import dev.parley.harness.LinkUse;
import dev.parley.harness.MeasuredWindow;
import dev.parley.harness.MeasuredWindow.LinkFlow;
import dev.parley.harness.MeasuredWindow.LinkInterval;
import dev.parley.harness.Participant;
import dev.parley.network.model.Direction;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** The offerer's link, whose capacity changes: how media uses it, phase by phase. */
final class Bottleneck {
  private static final int MOST_LOOKS = 8;
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration SETTLE = Duration.ofSeconds(5);

  /** A phase of which less was measured tells nothing. */
  private static final double LEAST_MS = 3000;

  private final Call call;
  private final Bounds bounds;
  private final List<Judged> judged = new ArrayList<>();

  /** Whose media it was, and what became of it. */
  private record Judged(Participant sender, LinkUse use) {}

  Bottleneck(Call call, Bounds bounds) {
    this.call = call;
    this.bounds = bounds;
  }

  /** The senders want more than any capacity to come, or nothing can be said of how they adapt. */
  void proveDemand() {
    for (Direction direction : Direction.values()) {
      highest(direction).ifPresent(capacity -> proveDemand(direction, capacity));
    }
  }

  private void proveDemand(Direction direction, double capacity) {
    double most = 0;
    for (int looks = 0; looks < MOST_LOOKS && most <= capacity; looks++) {
      most = Math.max(most, offered(call.measure(LOOK), direction));
    }
    call.note(
        text(
            "%s sends %.2f Mbit/s where nothing holds it up",
            sender(direction).name(), most / 1e6));
    if (most <= capacity) {
      throw new CallInconclusive(
          text(
              "source-limited: %s sent %.2f Mbit/s over a perfect link, expected more than the"
                  + " %.2f Mbit/s that are to be shared out",
              sender(direction).name(), most / 1e6, capacity / 1e6));
    }
  }

  private Optional<Double> highest(Direction direction) {
    return CapacityPhases.capacities(call.offerer().link().profile(), direction).stream()
        .max(Double::compare);
  }

  private double offered(MeasuredWindow window, Direction direction) {
    List<LinkInterval> intervals = link(window, direction).intervals();
    double seconds = intervals.stream().mapToDouble(LinkInterval::seconds).sum();
    double bytes = intervals.stream().mapToDouble(i -> orZero(i.offered())).sum();
    return seconds > 0 ? 8 * bytes / seconds : 0;
  }

  private static double orZero(Amount amount) {
    return amount.value() == null ? 0 : amount.value();
  }

  private LinkFlow link(MeasuredWindow window, Direction direction) {
    return window.links().stream()
        .filter(link -> link.participant().name().equals(call.offerer().name()))
        .filter(link -> link.direction() == direction)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the window holds no link of the offerer"));
  }

  /** What the offerer sends crosses its uplink; what it receives was sent by the answerer. */
  private Participant sender(Direction direction) {
    return direction == Direction.UP ? call.offerer() : call.answerer();
  }

  /** Gives senders that come from a perfect link time to find the first capacity. */
  void settle() {
    var unused = call.await("the senders to settle", SETTLE, () -> false);
  }

  /** Checks every phase within a window. */
  void judge(MeasuredWindow window) {
    for (Direction direction : Direction.values()) {
      LinkFlow link = link(window, direction);
      for (CapacityPhases.Phase phase : phases(link)) {
        judge(sender(direction), link, phase);
      }
    }
  }

  private List<CapacityPhases.Phase> phases(LinkFlow link) {
    List<LinkInterval> intervals = link.intervals();
    Double started = call.offerer().link().scheduleStarted().value();
    if (intervals.isEmpty() || started == null) {
      return List.of();
    }
    double from = intervals.get(0).fromMs();
    double to = intervals.get(intervals.size() - 1).toMs();
    return CapacityPhases.of(call.offerer().link().profile(), link.direction(), started).stream()
        .flatMap(phase -> phase.within(from, to).stream())
        .filter(phase -> phase.toMs() - phase.fromMs() >= LEAST_MS)
        .toList();
  }

  private void judge(Participant sender, LinkFlow link, CapacityPhases.Phase phase) {
    LinkUse use =
        LinkUse.of(
            link.intervals(), phase.fromMs(), phase.toMs(), phase.capacity(), phase.before());
    judged.add(new Judged(sender, use));
    String which = text("%s, %.2f Mbit/s", phase.name(), phase.capacity() / 1e6);
    check(sender, "least use of the capacity, " + which, use.utilisation())
        .atLeast(bound("utilisation.least", sender, "ratio"));
    check(sender, "most use of the capacity, " + which, use.utilisation())
        .atMost(bound("utilisation.most", sender, "ratio"));
    check(sender, "queue delay, " + which, use.queueDelay())
        .atMost(bound("queue-delay", sender, "s"));
    call.note("%s, %s: %s".formatted(sender.name(), which, use.inWords()));
  }

  private Check.OfAmount check(Participant sender, String criterion, Amount measured) {
    return call.check(criterion).by(sender).measured(measured);
  }

  private Amount bound(String what, Participant sender, String unit) {
    return bounds.amount("bandwidth-adaptation." + what, sender.family(), unit);
  }

  /** Records of each sender its least utilisation, and the most of everything else. */
  void report() {
    for (Participant sender : call.participants()) {
      figure(sender, MetricCatalogue.CAPACITY_UTILISATION, LinkUse::utilisation, Math::min);
      figure(sender, MetricCatalogue.TIME_TO_RAMP_UP, LinkUse::timeToRampUp, Math::max);
      figure(sender, MetricCatalogue.TIME_TO_BACK_OFF, LinkUse::timeToBackOff, Math::max);
      figure(sender, MetricCatalogue.CAPACITY_OVERSHOOT, LinkUse::overshoot, Math::max);
      figure(sender, MetricCatalogue.QUEUE_DELAY, LinkUse::queueDelay, Math::max);
    }
  }

  private void figure(
      Participant sender,
      Metric metric,
      Function<LinkUse, Amount> part,
      BinaryOperator<Double> worse) {
    judged.stream()
        .filter(one -> one.sender == sender)
        .flatMap(one -> Optional.ofNullable(part.apply(one.use).value()).stream())
        .reduce(worse)
        .ifPresent(value -> call.figure(sender, metric, Amount.of(value, metric.unit())));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
