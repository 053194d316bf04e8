package dev.parley.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one metric: a value, or the reason why there is none.
 *
 * @param metric the metric's id
 * @param track what it belongs to
 * @param value the value in the metric's unit; finite; absent where it was not measured, never 0
 * @param absent why there is no value; present exactly when {@code value} is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
    String metric, Track track, @Nullable Double value, @Nullable Absence absent) {

  /** Why a figure has no value. */
  public enum Absence {
    /** The browser does not report the members that the formula needs. */
    @JsonProperty("not-reported")
    NOT_REPORTED,
    /** The formula has no value here: no denominator, a counter went back, or the id changed. */
    @JsonProperty("undefined")
    UNDEFINED,
    /** Nothing came in although the sender's counters grew. */
    @JsonProperty("stalled")
    STALLED
  }

  public Reading {
    if ((value == null) == (absent == null)) {
      throw new IllegalArgumentException(
          "a reading of " + metric + " has either a value or a reason for its absence");
    }
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException("found " + value + " for " + metric + ", expected finite");
    }
  }

  /** A measured figure. */
  public static Reading of(Metric metric, Track track, double value) {
    return new Reading(metric.id(), track, value, null);
  }

  /** A figure that could not be had. */
  public static Reading absent(Metric metric, Track track, Absence why) {
    return new Reading(metric.id(), track, null, why);
  }
}
