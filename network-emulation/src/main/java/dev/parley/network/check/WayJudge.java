package dev.parley.network.check;

import dev.parley.network.check.CheckResult.Line;
import dev.parley.network.model.Capacity;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkTruth.Spread;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares one direction with its prediction, and says whether the machine kept up. */
final class WayJudge {
  private static final double LATE_MS = 10;
  private static final double MOST_LATE_SHARE = 0.01;
  private static final double RATE_SHARE = 0.01;

  private final WayObserved way;
  private final LinkProfile link;
  private final boolean steady;
  private final double patienceMs;

  WayJudge(WayObserved way, NetworkProfile profile) {
    this.way = way;
    this.link = profile.link(way.direction());
    this.steady = profile.schedule().changes().isEmpty();
    this.patienceMs = Math.max(2, 0.05 * link.delay().toNanos() / 1e6);
  }

  CheckResult.Way result() {
    return new CheckResult.Way(
        way.direction().word(), way.sent(), way.plan().bytes(), lines(), way.truth().lateness());
  }

  private List<Line> lines() {
    WayFigures.Window window =
        WayFigures.Window.of(way.plan(), way.arrivals(), link.delay().toNanos());
    WayFigures predicted = figures(way.predicted(), window);
    WayFigures achieved = figures(way.received(), window);
    List<Line> lines = new ArrayList<>();
    lines.add(rate(predicted.rate(), achieved.rate()));
    Double delay = link.delay().toNanos() / 1e6;
    add(lines, "delay", "ms", steady ? delay : null, predicted.delayMs(), achieved.delayMs());
    add(lines, "jitter, 5 % to 95 %", "ms", null, predicted.jitterMs(), achieved.jitterMs());
    Double loss = steady ? 100 * link.loss().meanRate() : null;
    lines.add(new Line("loss", "%", loss, 100 * predicted.loss(), 100 * achieved.loss(), 0));
    if (predicted.burst() != null && achieved.burst() != null) {
      lines.add(new Line("lost in a row", "", burst(), predicted.burst(), achieved.burst(), 0));
    }
    if (link.duplicate() > 0) {
      lines.add(share("twice", link.duplicate(), predicted.duplicated(), achieved.duplicated()));
    }
    if (link.corrupt() > 0) {
      lines.add(share("corrupted", link.corrupt(), predicted.corrupted(), achieved.corrupted()));
    }
    int unlike = way.predicted().unlike(way.received());
    lines.add(new Line("packets of another fate", "", null, 0, unlike, 0));
    return lines;
  }

  private WayFigures figures(Fates fates, WayFigures.Window window) {
    return WayFigures.of(way.plan(), way.arrivals(), fates, window, link.overheadBytes());
  }

  private Line rate(double predicted, double achieved) {
    Double asked =
        steady && link.capacity() instanceof Capacity.Constant constant
            ? constant.bitsPerSecond() / 1e6
            : null;
    return new Line(
        "rate when filled",
        "Mbit/s",
        asked,
        predicted / 1e6,
        achieved / 1e6,
        Math.max(RATE_SHARE * predicted / 1e6, 0.01));
  }

  private void add(
      List<Line> lines,
      String what,
      String unit,
      @Nullable Double asked,
      @Nullable Double predicted,
      @Nullable Double achieved) {
    if (predicted != null && achieved != null) {
      lines.add(new Line(what, unit, asked, predicted, achieved, patienceMs));
    }
  }

  private static Line share(String what, double asked, double predicted, double achieved) {
    return new Line(what, "%", 100 * asked, 100 * predicted, 100 * achieved, 0);
  }

  private @Nullable Double burst() {
    if (!steady) {
      return null;
    }
    if (link.loss() instanceof Loss.Independent independent && independent.rate() < 1) {
      return 1 / (1 - independent.rate());
    }
    return link.loss() instanceof Loss.GilbertElliott ge
            && ge.lossInBad() == 1
            && ge.lossInGood() == 0
        ? 1 / ge.badToGood()
        : null;
  }

  /** Why this direction tells nothing; empty where it does. */
  List<String> busy() {
    List<String> busy = new ArrayList<>();
    String word = way.direction().word();
    long before = way.sent() - way.truth().offered();
    if (before > 0) {
      busy.add("%s: the system lost %d probes before the emulator".formatted(word, before));
    }
    int after = way.arrivals().lostAfter(way.received());
    if (after > 0) {
      busy.add("%s: the system lost %d probes after the emulator".formatted(word, after));
    }
    Spread lateness = way.truth().lateness();
    if (lateness != null) {
      late(word + ": the emulator", lateness.p95(), way.truth().lateShare(), busy);
    }
    double[] receiver = receiverLateness();
    if (receiver.length > 0) {
      double late =
          (double) Arrays.stream(receiver).filter(ms -> ms > LATE_MS).count() / receiver.length;
      late(word + ": the receiver", receiver[(int) (0.95 * (receiver.length - 1))], late, busy);
    }
    return busy;
  }

  private void late(String who, double p95, double share, List<String> busy) {
    if (p95 > patienceMs) {
      busy.add(
          "%s was %.1f ms late at the 95 %% quantile, at most %.1f ms tell"
              .formatted(who, p95, patienceMs));
    }
    if (share > MOST_LATE_SHARE) {
      busy.add(
          "%s was over 10 ms late with %.1f %% of the packets, at most 1 %% tell"
              .formatted(who, 100 * share));
    }
  }

  private double[] receiverLateness() {
    List<Double> late = new ArrayList<>();
    for (int i = 0; i < way.sent(); i++) {
      long due = way.predicted().exit(i);
      long came = way.received().exit(i);
      if (due != Fates.NEVER && came != Fates.NEVER) {
        late.add((came - due) / 1e6);
      }
    }
    return late.stream().mapToDouble(ms -> ms).sorted().toArray();
  }
}
