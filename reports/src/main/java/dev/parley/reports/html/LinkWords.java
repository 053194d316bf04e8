package dev.parley.reports.html;

import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.RunEvent.NetworkState;
import dev.parley.reports.model.RunEvent.Spread;
import dev.parley.reports.view.LinkView;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what a link does to packets. */
final class LinkWords {
  private static final UnitScale PURE = new UnitScale(1, "");
  private static final double FINEST_MS = 0.001;
  private static final String NARROW_SPACE = "\u202f";

  private LinkWords() {}

  static String direction(String direction) {
    return direction.equals("up") ? "uplink" : direction.equals("down") ? "downlink" : direction;
  }

  /** A measured rate, to three digits. */
  static String rate(double bitsPerSecond) {
    return UnitScale.forValue(MetricCatalogue.BITRATE_IN.id(), bitsPerSecond).text(bitsPerSecond);
  }

  /** A measured share, to three digits. */
  static String share(double share) {
    return PURE.number(share * 100) + NARROW_SPACE + "%";
  }

  static String askedCapacity(@Nullable Double bitsPerSecond) {
    if (bitsPerSecond == null) {
      return "unlimited";
    }
    UnitScale scale = UnitScale.forValue(MetricCatalogue.BITRATE_IN.id(), bitsPerSecond);
    return plain(bitsPerSecond * scale.factor()) + NARROW_SPACE + scale.unit();
  }

  static String askedShare(double share) {
    return plain(share * 100) + NARROW_SPACE + "%";
  }

  /** A measured time, to three digits. */
  static String ms(double ms) {
    return time(ms) + NARROW_SPACE + "ms";
  }

  static String askedMs(double ms) {
    return plain(ms) + NARROW_SPACE + "ms";
  }

  /** As in {@code 1.20 / 3.00 / 8.10 / 12.0 ms}; absent where there is none. */
  static @Nullable String spread(@Nullable Spread spread) {
    return spread == null
        ? null
        : time(spread.p50())
            + " / "
            + time(spread.p95())
            + " / "
            + time(spread.p99())
            + " / "
            + time(spread.max())
            + NARROW_SPACE
            + "ms";
  }

  /** A time below a microsecond is what a histogram's finest step makes of none. */
  private static String time(double ms) {
    return ms < FINEST_MS ? "0" : PURE.number(ms);
  }

  /** What somebody asked for, without zeros that nobody wrote. */
  private static String plain(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** As in {@code loss 12, queue 3}; {@code none} for nothing. */
  static String counts(Map<String, Long> counts) {
    return counts.isEmpty()
        ? "none"
        : new TreeMap<>(counts)
            .entrySet().stream()
                .map(count -> count.getKey() + " " + UnitScale.plain(count.getValue(), 0))
                .collect(Collectors.joining(", "));
  }

  /** Everything that a state says, as in {@code 1 Mbit/s, 50 ms, loss 5 % (independent)}. */
  static String full(NetworkState state) {
    if (state.outage()) {
      return "outage, nothing passes";
    }
    List<String> parts = new ArrayList<>();
    parts.add(askedCapacity(state.bitsPerSecond()));
    parts.add(askedMs(state.delayMs()));
    if (state.jitter() != null) {
      parts.add("jitter " + state.jitter());
    }
    String model = state.lossModel() == null ? "" : " (" + state.lossModel() + ")";
    parts.add(state.loss() == 0 ? "no loss" : "loss " + askedShare(state.loss()) + model);
    if (state.bitsPerSecond() != null) {
      parts.add(state.queue());
    }
    return String.join(", ", parts);
  }

  /** What a state impairs, the longest wording first, for places that differ in room. */
  static List<String> labels(NetworkState state) {
    if (state.outage()) {
      return List.of("outage", "out");
    }
    if (LinkView.isIdeal(state)) {
      return List.of("unlimited, no loss", "unlimited");
    }
    List<String> parts = new ArrayList<>();
    if (state.bitsPerSecond() != null) {
      parts.add(askedCapacity(state.bitsPerSecond()));
    }
    if (state.loss() > 0) {
      parts.add("loss " + askedShare(state.loss()));
    }
    if (state.delayMs() > 0) {
      parts.add(askedMs(state.delayMs()));
    }
    if (state.jitter() != null) {
      parts.add("jitter " + state.jitter());
    }
    List<String> labels = new ArrayList<>();
    for (int count = parts.size(); count > 0; count--) {
      labels.add(String.join(" · ", parts.subList(0, count)));
    }
    return labels;
  }
}
