package dev.parley.reports.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent.Sample;
import dev.parley.reports.model.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sample as it stands in the log, its readings grouped by track.
 *
 * <p>Samples are nearly all of a log; said once per track instead of once per reading, a log is a
 * third of the size. The order of the readings is kept.
 */
record SampleJson(
    String participant, String pc, long number, PageTime time, List<TrackReadings> tracks) {

  /** Readings of one track by metric: a number, or the word for why there is none. */
  record TrackReadings(
      String kind,
      String direction,
      @Nullable String mid,
      @Nullable Long ssrc,
      @Nullable String rid,
      Map<String, Value> readings) {

    Track track() {
      return new Track(kind, direction, mid, ssrc, rid);
    }
  }

  /** A number, or the word for why there is none. */
  record Value(@Nullable Double number, Reading.@Nullable Absence absent) {
    @JsonCreator
    static Value of(Object json) {
      if (json instanceof Number number) {
        return new Value(number.doubleValue(), null);
      }
      for (Reading.Absence absence : Reading.Absence.values()) {
        if (word(absence).equals(json)) {
          return new Value(null, absence);
        }
      }
      throw new IllegalArgumentException(
          "found reading '" + json + "', expected a number or the word for its absence");
    }

    @JsonValue
    Object json() {
      return absent != null ? word(absent) : Objects.requireNonNull(number);
    }

    private static String word(Reading.Absence absence) {
      return absence.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static SampleJson of(Sample sample) {
    List<TrackReadings> groups = new ArrayList<>();
    @Nullable Track current = null;
    Map<String, Value> values = Map.of();
    for (Reading reading : sample.readings()) {
      if (!reading.track().equals(current) || values.containsKey(reading.metric())) {
        current = reading.track();
        values = new LinkedHashMap<>();
        groups.add(
            new TrackReadings(
                current.kind(),
                current.direction(),
                current.mid(),
                current.ssrc(),
                current.rid(),
                values));
      }
      values.put(reading.metric(), new Value(reading.value(), reading.absent()));
    }
    return new SampleJson(
        sample.participant(), sample.pc(), sample.number(), sample.time(), groups);
  }

  Sample sample() {
    List<Reading> readings = new ArrayList<>();
    for (TrackReadings group : tracks) {
      Track track = group.track();
      group
          .readings()
          .forEach(
              (metric, value) ->
                  readings.add(new Reading(metric, track, value.number(), value.absent())));
    }
    return new Sample(participant, pc, number, time, List.copyOf(readings));
  }
}
