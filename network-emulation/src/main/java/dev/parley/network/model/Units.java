package dev.parley.network.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities as people write them: {@code 2M}, {@code 40ms}, {@code 5%}, {@code 64KiB}. */
public final class Units {
  private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,9})?)";
  private static final Pattern RATE = Pattern.compile(NUMBER + "([kMG]?)");
  private static final Pattern TIME = Pattern.compile(NUMBER + "(us|ms|s|m|h)");
  private static final Pattern PERCENT = Pattern.compile(NUMBER + "%");

  private Units() {}

  /**
   * Reads a rate in bit/s with {@code k}, {@code M} or {@code G} for powers of a thousand.
   *
   * @throws InvalidProfileException if it is of another form
   */
  public static long bitsPerSecond(String text) {
    Matcher matcher = matched(RATE, text, "bit/s with k, M or G, as in 500k or 1.2M");
    BigDecimal factor =
        switch (matcher.group(2)) {
          case "k" -> BigDecimal.valueOf(1_000);
          case "M" -> BigDecimal.valueOf(1_000_000);
          case "G" -> BigDecimal.valueOf(1_000_000_000);
          default -> BigDecimal.ONE;
        };
    return rounded(new BigDecimal(matcher.group(1)).multiply(factor));
  }

  /**
   * Reads a time with {@code us}, {@code ms}, {@code s}, {@code m} or {@code h}.
   *
   * @throws InvalidProfileException if it is of another form
   */
  public static Duration time(String text) {
    Matcher matcher = matched(TIME, text, "a time in us, ms, s, m or h, as in 40ms or 1.5s");
    BigDecimal nanos =
        switch (matcher.group(2)) {
          case "us" -> BigDecimal.valueOf(1_000);
          case "ms" -> BigDecimal.valueOf(1_000_000);
          case "s" -> BigDecimal.valueOf(1_000_000_000);
          case "m" -> BigDecimal.valueOf(60_000_000_000L);
          default -> BigDecimal.valueOf(3_600_000_000_000L);
        };
    return Duration.ofNanos(rounded(new BigDecimal(matcher.group(1)).multiply(nanos)));
  }

  /**
   * Reads a share: a percentage from 0 % to 100 %.
   *
   * @return 0..1
   * @throws InvalidProfileException if it is of another form
   */
  public static double share(String text) {
    Matcher matcher = matched(PERCENT, text, "a percentage, as in 5% or 0.2%");
    double share = new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue();
    if (share > 1) {
      throw new InvalidProfileException(
          "found '%s', expected a percentage from 0%% to 100%%".formatted(text));
    }
    return share;
  }

  /** Writes a rate in the form that {@link #bitsPerSecond} reads, exactly. */
  public static String rate(long bitsPerSecond) {
    return scaled(
        BigDecimal.valueOf(bitsPerSecond), List.of("G", "M", "k", ""), List.of(9, 6, 3, 0));
  }

  /** Writes a time in the form that {@link #time} reads, exactly to the nanosecond. */
  public static String time(Duration time) {
    BigDecimal nanos = BigDecimal.valueOf(time.toNanos());
    return time.isZero() ? "0ms" : scaled(nanos, List.of("s", "ms", "us"), List.of(9, 6, 3));
  }

  /** Writes a share in the form that {@link #share} reads, to a millionth. */
  public static String percent(double share) {
    BigDecimal percent =
        BigDecimal.valueOf(share).movePointRight(2).setScale(4, RoundingMode.HALF_UP);
    return plain(percent) + "%";
  }

  private static String scaled(BigDecimal value, List<String> units, List<Integer> powers) {
    for (int i = 0; i < units.size() - 1; i++) {
      if (value.compareTo(BigDecimal.ONE.movePointRight(powers.get(i))) >= 0) {
        return plain(value.movePointLeft(powers.get(i))) + units.get(i);
      }
    }
    int last = units.size() - 1;
    return plain(value.movePointLeft(powers.get(last))) + units.get(last);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static long rounded(BigDecimal value) {
    if (value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new InvalidProfileException(
          String.format(Locale.ROOT, "found %s, expected a smaller number", value));
    }
    return value.setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private static Matcher matched(Pattern form, String text, String expected) {
    Matcher matcher = form.matcher(text.strip());
    if (!matcher.matches()) {
      throw new InvalidProfileException("found '%s', expected %s".formatted(text, expected));
    }
    return matcher;
  }
}
