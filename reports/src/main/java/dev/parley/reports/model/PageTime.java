package dev.parley.reports.model;

/**
 * A moment in a page, on the page's own clock and on the run's.
 *
 * @param pageMs milliseconds of the page's {@code performance.now()}
 * @param runMs the same moment in milliseconds since the run's start, on its monotonic clock
 */
public record PageTime(double pageMs, double runMs) {}
