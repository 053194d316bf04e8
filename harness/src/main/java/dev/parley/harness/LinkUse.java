package dev.parley.harness;

import dev.parley.harness.MeasuredWindow.LinkInterval;
import dev.parley.reports.metrics.Adaptation;
import dev.parley.reports.metrics.LinkSpan;
import dev.parley.reports.metrics.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How senders used one direction of a link in a phase of constant capacity (after RFC 8867, section
 * 4); what could not be measured, or never came, is absent.
 *
 * @param utilisation over the last half of the phase, as a {@code ratio} of the capacity
 * @param timeToRampUp from a rise of the capacity until 0.8 of it were used over one second, in
 *     {@code s}
 * @param timeToBackOff from a fall of the capacity until no more was offered over one second than
 *     it carries, in {@code s}
 * @param overshoot what was offered above the capacity, as a {@code ratio} of what it carries
 * @param queueDelay the 95 % quantile over the last half of the phase, in {@code s}
 */
public record LinkUse(
    Amount utilisation,
    Amount timeToRampUp,
    Amount timeToBackOff,
    Amount overshoot,
    Amount queueDelay) {

  /**
   * Judges a phase.
   *
   * @param intervals what the link did, in the order of time
   * @param fromMs when the capacity changed to this, on the run's clock
   * @param toMs when it changed again, or the observation ended
   * @param capacity in bit/s
   * @param before the capacity before, in bit/s; null where it did not change at {@code fromMs}
   */
  public static LinkUse of(
      List<LinkInterval> intervals,
      double fromMs,
      double toMs,
      double capacity,
      @Nullable Double before) {
    Measured earlier = before == null ? Measured.UNDEFINED : Measured.of(before);
    Adaptation adaptation =
        Adaptation.of(new Adaptation.Phase(fromMs, toMs, capacity, earlier), observed(intervals));
    return new LinkUse(
        amount(adaptation.utilisation(), "ratio"),
        amount(adaptation.timeToRampUp(), "s"),
        amount(adaptation.timeToBackOff(), "s"),
        amount(adaptation.overshoot(), "ratio"),
        amount(adaptation.queueDelay(), "s"));
  }

  private static List<LinkSpan> observed(List<LinkInterval> intervals) {
    List<LinkSpan> observed = new ArrayList<>();
    for (LinkInterval each : intervals) {
      Double offered = each.offered().value();
      Double delivered = each.delivered().value();
      Double queue = each.queueDelay().value();
      if (offered != null && delivered != null) {
        observed.add(
            new LinkSpan(
                each.fromMs(),
                each.toMs(),
                offered,
                delivered,
                queue == null ? Measured.UNDEFINED : Measured.of(queue)));
      }
    }
    return observed;
  }

  private static Amount amount(Measured measured, String unit) {
    return measured.isPresent() ? Amount.of(measured.orElse(0), unit) : Amount.absent(unit);
  }

  /** All of it in one line, for a note. */
  public String inWords() {
    return "used %s of the capacity, ramped up in %s, backed off in %s, overshot by %s, queued for %s"
        .formatted(
            text(utilisation),
            text(timeToRampUp),
            text(timeToBackOff),
            text(overshoot),
            text(queueDelay));
  }

  private static String text(Amount amount) {
    Double value = amount.value();
    String unit = amount.unit().equals("ratio") ? "" : " " + amount.unit();
    return value == null ? "-" : String.format(Locale.ROOT, "%.3g%s", value, unit);
  }
}
