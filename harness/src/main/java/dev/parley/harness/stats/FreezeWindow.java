package dev.parley.harness.stats;

import dev.parley.reports.metrics.FreezeRule;
import dev.parley.reports.metrics.Measured;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The freeze ratio of a received video stream over a window.
 *
 * <p>{@code totalFreezesDuration} holds only gaps that have ended: it stays 0 while a picture
 * stands for good. The gap that is open at the window's end is added, and what of a gap open at its
 * begin lies before it is taken off. When the last frame came is not reported; it is {@code
 * totalInterFrameDelay} after the first, and the first is at most the least (timestamp −
 * totalInterFrameDelay) of all samples. Times are in seconds.
 */
final class FreezeWindow {
  /** One sample: when, how many frames so far, and the time from the first to the last of them. */
  private record Point(double at, double frames, double span) {}

  private final StatSeries rtp;
  private final List<Point> points = new ArrayList<>();

  FreezeWindow(StatSeries rtp) {
    this.rtp = rtp;
    for (Stat stat : rtp.stats()) {
      Measured at = rtp.value(stat, "timestamp").times(1e-3);
      Measured frames = rtp.value(stat, "framesDecoded");
      Measured span = rtp.value(stat, "totalInterFrameDelay");
      if (at.isPresent() && frames.orElse(0) > 0 && span.isPresent()) {
        points.add(new Point(at.orElse(0), frames.orElse(0), span.orElse(0)));
      }
    }
  }

  Measured ratio() {
    Measured closed = rtp.growth("totalFreezesDuration");
    Measured needed =
        closed
            .plus(rtp.growth("framesDecoded"))
            .plus(rtp.growth("totalInterFrameDelay"))
            .plus(rtp.seconds());
    if (!needed.isPresent() || points.size() < rtp.stats().size()) {
      return needed.isPresent() ? Measured.UNDEFINED : needed;
    }
    Measured window = rtp.seconds();
    Measured open = FreezeRule.frozen(gapAt(points.size() - 1), averageGap(points.size() - 1));
    Measured openInside = open.min(window);
    return FreezeRule.ratio(closed.minus(closedBefore()), openInside, window);
  }

  /** What of the closed freezes lay before the window: a gap that was already open at its begin. */
  private Measured closedBefore() {
    Measured before = FreezeRule.frozen(gapAt(0), averageGap(0));
    Stat first = rtp.stats().get(0);
    @Nullable Stat grown = firstGrowth();
    if (grown == null) {
      return Measured.of(0);
    }
    Measured closed =
        rtp.value(grown, "totalFreezesDuration").minus(rtp.value(first, "totalFreezesDuration"));
    return before.min(closed);
  }

  private @Nullable Stat firstGrowth() {
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).frames() > points.get(0).frames()) {
        return rtp.stats().get(i);
      }
    }
    return null;
  }

  /**
   * Seconds from the last frame to a sample.
   *
   * <p>The last frame came between the sample that first counted it and the one before that: this
   * bounds the estimate, should a gap be missing from the sum.
   */
  private Measured gapAt(int index) {
    double firstFrame =
        points.stream().mapToDouble(point -> point.at() - point.span()).min().orElse(Double.NaN);
    Point point = points.get(index);
    int counted = index;
    while (counted > 0 && points.get(counted - 1).frames() == point.frames()) {
      counted--;
    }
    double least = point.at() - points.get(counted).at();
    double most = counted == 0 ? Double.MAX_VALUE : point.at() - points.get(counted - 1).at();
    double estimate = point.at() - firstFrame - point.span();
    return Measured.of(Math.min(most, Math.max(least, estimate)));
  }

  /**
   * The average gap over the last frames up to a sample, as far back as the samples reach.
   *
   * <p>Where nothing lies behind, it is that of the whole window; of a single frame it is 0.
   */
  private Measured averageGap(int index) {
    Point end = points.get(index);
    Point first = points.get(0);
    Point last = points.get(points.size() - 1);
    for (int i = index; i >= 0; i--) {
      if (end.frames() - points.get(i).frames() >= FreezeRule.FRAMES) {
        return averageGap(points.get(i), end);
      }
    }
    if (end.frames() > first.frames()) {
      return averageGap(first, end);
    }
    if (end.frames() > 1) {
      return Measured.of(end.span() / (end.frames() - 1));
    }
    return last.frames() > first.frames() ? averageGap(first, last) : Measured.of(0);
  }

  private static Measured averageGap(Point start, Point end) {
    return Measured.of((end.span() - start.span()) / (end.frames() - start.frames()));
  }
}
