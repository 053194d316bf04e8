package dev.parley.reports.model;

import java.util.regex.Pattern;

/**
 * What is measured: its id, its unit and the direction in which it improves.
 *
 * @param id lower-case words joined by hyphens, as in {@code jitter-buffer-delay}
 * @param title how it is headed in a report
 * @param unit an SI unit, {@code bit/s}, {@code px}, {@code dB}, {@code ratio} (0..1) or {@code 1}
 * @param better the direction of improvement
 */
public record Metric(String id, String title, String unit, Better better) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public Metric {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "found metric id '" + id + "', expected lower-case words joined by hyphens");
    }
  }
}
