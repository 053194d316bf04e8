package dev.parley.harness.bench;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The few sums that a comparison takes; absent where nothing was measured. */
final class Figures {
  private Figures() {}

  /** The middle value, or the mean of the two in the middle; null of none. */
  static @Nullable Double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return null;
    }
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : Double.valueOf((sorted.get(middle - 1) + sorted.get(middle)) / 2);
  }

  /** The median of a figure over rounds, those left out that have none. */
  static @Nullable Double median(List<Round> rounds, Function<Round, @Nullable Double> figure) {
    return median(
        rounds.stream().map(figure).filter(Objects::nonNull).map(Double::valueOf).toList());
  }

  /** One over the other; null where either is absent or the other is not above 0. */
  static @Nullable Double ratio(@Nullable Double one, @Nullable Double other) {
    return one == null || other == null || other <= 0 ? null : Double.valueOf(one / other);
  }
}
