package dev.parley.reports.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a run's log: an event, with when and to what it happened.
 *
 * @param seq the line's number within its log, from 1, without gaps
 * @param runMs milliseconds since the run's start on its monotonic clock, when it was recorded
 * @param wall the wall time of the same moment
 * @param cell the attempt that it belongs to; absent for what belongs to the run as a whole
 * @param event what happened
 */
public record LoggedEvent(
    long seq, double runMs, Instant wall, @Nullable AttemptKey cell, RunEvent event) {}
