package dev.parley.harness.stats;

import dev.parley.reports.metrics.Aggregate;
import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the machine could keep up while a call was measured.
 *
 * @param limits from where on it could not
 */
public record HostJudge(Limits limits) {

  /**
   * From where on a host counts as starved.
   *
   * <p>A machine may be busy and keep up: use and pressure tell only together, where both are
   * known.
   *
   * @param cpu the median share of all cores in use, 0..1, that leaves nothing to spare
   * @param pressure the median share of time in which a task waited for a CPU, 0..1
   * @param timerLateMs the 95 % quantile of a timer's lateness in ms, in a page or the JVM
   * @param limitedByCpu the share of the window in which an encoder was limited by the CPU, 0..1
   * @param sourceRatio the least share of the asked frames that a source must have given, 0..1
   */
  public record Limits(
      double cpu, double pressure, double timerLateMs, double limitedByCpu, double sourceRatio) {
    /** The limits that hold unless others are given. */
    public static final Limits DEFAULT = new Limits(0.98, 0.6, 200, 0.1, 0.9);
  }

  /** A judge with the default limits. */
  public HostJudge() {
    this(Limits.DEFAULT);
  }

  /**
   * Why the host counts as starved, every reason in one line; empty where nothing says so.
   *
   * @param host the machine's health within the window
   * @param pages the pages' timer lateness within the window, all participants
   * @param senders the sent streams of all participants over the window
   * @param askedFrameRate the video frame rate asked of every source in 1/s; 0 where none was
   */
  public Optional<String> starved(
      List<RunEvent.HostHealth> host,
      List<RunEvent.PageHealth> pages,
      List<OutboundFlow> senders,
      double askedFrameRate) {
    List<String> reasons = new ArrayList<>();
    machine(host).ifPresent(reasons::add);
    late("the JVM's timer", list(host, RunEvent.HostHealth::jvmLateMs)).ifPresent(reasons::add);
    late("a page's timer", list(pages, RunEvent.PageHealth::timerLateMs)).ifPresent(reasons::add);
    for (OutboundFlow sender : senders) {
      encoder(sender).ifPresent(reasons::add);
      source(sender, askedFrameRate).ifPresent(reasons::add);
    }
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private Optional<String> machine(List<RunEvent.HostHealth> host) {
    Optional<Aggregate> cpu = Aggregate.of(list(host, RunEvent.HostHealth::cpu));
    Optional<Aggregate> pressure = Aggregate.of(list(host, RunEvent.HostHealth::pressure));
    boolean full = cpu.filter(share -> share.p50() >= limits.cpu()).isPresent();
    boolean waiting = pressure.map(share -> share.p50() >= limits.pressure()).orElse(true);
    if (!full || !waiting) {
      return Optional.empty();
    }
    String waited =
        pressure
            .map(share -> text(", tasks waited %.0f %% of the time", 100 * share.p50()))
            .orElse("");
    return cpu.map(share -> text("CPU in use %.0f %%", 100 * share.p50()) + waited);
  }

  private Optional<String> late(String what, List<Double> lateMs) {
    return Aggregate.of(lateMs)
        .filter(late -> late.p95() >= limits.timerLateMs())
        .map(late -> text("%s fired %.0f ms late (95 %% quantile)", what, late.p95()));
  }

  private Optional<String> encoder(OutboundFlow sender) {
    Measured share = sender.limitedByCpu();
    return share.orElse(0) >= limits.limitedByCpu()
        ? Optional.of(
            text(
                "encoder of %s limited by CPU %.0f %%",
                sender.track().label(), 100 * share.orElse(0)))
        : Optional.empty();
  }

  private Optional<String> source(OutboundFlow sender, double asked) {
    Measured rate = sender.sourceFrameRate();
    return asked > 0 && rate.isPresent() && rate.orElse(0) < limits.sourceRatio() * asked
        ? Optional.of(
            text(
                "source of %s gave %.1f of %.1f frames/s",
                sender.track().label(), rate.orElse(0), asked))
        : Optional.empty();
  }

  private static <T> List<Double> list(List<T> from, Function<T, @Nullable Double> member) {
    List<Double> values = new ArrayList<>();
    for (T one : from) {
      Double value = member.apply(one);
      if (value != null && Double.isFinite(value)) {
        values.add(value);
      }
    }
    return values;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
