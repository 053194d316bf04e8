package dev.parley.reports.view;

import dev.parley.reports.model.RunEvent;

/**
 * An event with the moment at which it was recorded.
 *
 * @param runMs milliseconds since the run's start
 */
public record Timed<T extends RunEvent>(double runMs, T event) {}
