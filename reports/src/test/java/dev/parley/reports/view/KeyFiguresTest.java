package dev.parley.reports.view;

import static java.util.Objects.requireNonNull;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.CollectingVisitor;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Reading.Absence;
import dev.parley.reports.model.RunEvent.Sample;
import dev.parley.reports.model.RunEvent.Window;
import dev.parley.reports.model.Track;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;

public class KeyFiguresTest {
  private static final Track VIDEO = new Track("video", "in", "1", 7L, null);

  private final AttemptView recorded;

  public KeyFiguresTest() throws IOException {
    try (TempFolder folder = new TempFolder()) {
      SyntheticRun.write(folder.path());
      CollectingVisitor seen = new CollectingVisitor();
      new RunReader(new ExitRule(false)).read(folder.path().resolve("run.jsonl"), seen);
      recorded = seen.cell(SyntheticRun.PASSED).lastAttempt().orElseThrow();
    }
  }

  @Test
  public void onlySamplesInsideTheWindowCount() {
    KeyFigure figure = only(attempt(new Window(10, 30), 5.0, 10.0, 20.0, 60.0, 1000.0));
    assertEquals(figure.aggregate() == null ? -1 : figure.aggregate().n(), 3);
    assertEquals(figure.value(), (Double) 20.0);
    assertNull(figure.absent());
    assertEquals(figure.unit(), "bit/s");
    assertEquals(figure.pc(), "pc1");
  }

  @Test
  public void withoutAWindowNothingIsSummedUp() {
    assertEquals(KeyFigures.of(attempt(null, 5.0, 10.0)), List.of());
  }

  @Test
  public void whatWasNotReportedStaysAbsentAndIsNotZero() {
    KeyFigure figure = only(attempt(new Window(0, 100), null, null));
    assertNull(figure.value());
    assertNull(figure.aggregate());
    assertEquals(figure.absent(), Absence.NOT_REPORTED);
  }

  @Test
  public void missingValuesAreLeftOutOfTheSum() {
    KeyFigure figure = only(attempt(new Window(0, 100), null, 4.0, null, 8.0));
    assertEquals(requireNonNull(figure.aggregate()).mean(), 6.0);
    assertEquals(figure.aggregate().n(), 2);
  }

  @Test
  public void aRecordedFigureWinsOverSamples() {
    Reading whole = Reading.of(MetricCatalogue.BITRATE_IN, VIDEO, 99);
    AttemptView attempt = attemptWith(new Window(0, 100), List.of(whole), 1.0, 2.0);
    KeyFigure figure = only(attempt);
    assertEquals(figure.value(), (Double) 99.0);
    assertNull(figure.aggregate());
  }

  @Test
  public void figuresAreInTheCatalogueSOrderForEachParticipant() {
    List<KeyFigure> figures = KeyFigures.of(recorded);
    assertEquals(figures.get(0).participant(), "offerer");
    assertEquals(figures.get(0).metric(), "time-to-connected");
    assertEquals(figures.stream().map(KeyFigure::participant).distinct().count(), 2);
    assertTrue(figures.stream().anyMatch(f -> f.absent() == Absence.NOT_REPORTED));
    assertTrue(figures.stream().anyMatch(f -> f.metric().equals("bitrate-in")));
  }

  private static KeyFigure only(AttemptView attempt) {
    List<KeyFigure> figures = KeyFigures.of(attempt);
    assertEquals(figures.size(), 1, figures.toString());
    return figures.get(0);
  }

  private AttemptView attempt(@Nullable Window window, @Nullable Double... values) {
    return attemptWith(window, List.of(), values);
  }

  /** One sample every 10 ms, from 0. */
  private AttemptView attemptWith(
      @Nullable Window window, List<Reading> figures, @Nullable Double... values) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Double value = values[i];
      Reading reading =
          value == null
              ? Reading.absent(MetricCatalogue.BITRATE_IN, VIDEO, Absence.NOT_REPORTED)
              : Reading.of(MetricCatalogue.BITRATE_IN, VIDEO, value);
      samples.add(new Sample("offerer", "pc1", i + 1, new PageTime(0, 10 * i), List.of(reading)));
    }
    ParticipantView participant =
        new ParticipantView(
            "offerer",
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of("pc1", samples),
            List.of(),
            new NetworkView(null, null, List.of(), List.of()),
            figures,
            List.of());
    return new AttemptView(
        recorded.key(),
        0,
        recorded.startWall(),
        1,
        true,
        recorded.outcome(),
        "",
        1.0,
        null,
        List.of(participant),
        List.of(),
        window,
        window == null ? List.of() : List.of(window),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        List.of());
  }
}
