package dev.parley.harness.call;

import static org.testng.Assert.assertEquals;

import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Track;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

public final class LiveReadingsTest {

  @Test
  public void aMeasuredFigureHasAValueAndAnAbsentOneAState() {
    Track video = new Track("video", "in", "1", 7L, null);

    Map<String, Object> message =
        LiveReadings.message(
            "offerer",
            List.of(
                Reading.of(MetricCatalogue.FRAME_RATE_IN, video, 30),
                Reading.absent(MetricCatalogue.QP, video, Reading.Absence.NOT_REPORTED)));

    assertEquals(
        message,
        Map.of(
            "type",
            "live",
            "participant",
            "offerer",
            "readings",
            List.of(
                Map.of(
                    "metric", "Frame rate in",
                    "track", "video in 7",
                    "unit", "1/s",
                    "value", 30.0),
                Map.of(
                    "metric", "QP",
                    "track", "video in 7",
                    "unit", "1",
                    "state", "not-reported"))));
  }
}
