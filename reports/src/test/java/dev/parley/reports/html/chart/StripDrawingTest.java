package dev.parley.reports.html.chart;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.html.chart.Strip.Band;
import dev.parley.reports.html.chart.Strip.Level;
import dev.parley.reports.html.chart.Strip.Phase;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What an applied network looks like below a chart. */
public class StripDrawingTest {
  private static final Pattern DASHES = Pattern.compile("stroke-dasharray=\"([\\d.]+) ([\\d.]+)\"");

  @Test
  public void nothingIsDrawnWhereNothingWasEmulated() {
    Strip strip = new Strip("net", 0, 10, List.of());
    assertEquals(StripDrawing.render(strip), "");
    assertEquals(strip.below(), Chart.Below.NOTHING);
  }

  @DataProvider
  Object[][] losses() {
    return Stream.of(0.01, 0.05, 0.2, 0.5)
        .map(loss -> new Object[] {loss})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "losses")
  public void theInkedShareOfTheLineIsTheShareThatIsLost(double loss) {
    String svg = draw(phase(0, 10, loss, false, "loss"));
    Matcher dashes = DASHES.matcher(svg);
    assertTrue(dashes.find(), svg);
    double ink = Double.parseDouble(dashes.group(1));
    assertEquals(ink / (ink + Double.parseDouble(dashes.group(2))), loss, 0.001);
  }

  @Test
  public void withoutLossThereIsNoLine() {
    assertFalse(draw(phase(0, 10, 0, false, "ideal")).contains("net-loss"));
  }

  @Test
  public void anOutageIsHatchedAndNothingElse() {
    String svg = draw(phase(0, 5, 0.05, false, "loss"), phase(5, 10, 0.05, true, "outage"));
    assertEquals(count(svg, "net-outage"), 1);
    assertEquals(count(svg, "net-loss"), 1);
  }

  @Test
  public void theLongestWordingThatFitsIsWritten() {
    String svg =
        draw(
            phase(0, 9, 0, false, "1 Mbit/s and more", "1 Mbit/s"),
            phase(9, 9.9, 0, false, "far too long for its place", "short"),
            phase(9.9, 10, 0, false, "none of them"));
    assertTrue(svg.contains(">1 Mbit/s and more<"), svg);
    assertTrue(svg.contains(">short<"), svg);
    assertFalse(svg.contains("none of them"), svg);
  }

  @Test
  public void capacityIsAnAreaBelowStepsWithAHoleWhereItIsUnlimited() {
    StepArea area = new StepArea(new Scale(0, 10, 0, 100), 20, 10, 4);
    List<Level> levels =
        List.of(
            new Level(0, 2, 4.0),
            new Level(2, 5, 1.0),
            new Level(5, 6, null),
            new Level(6, 10, 2.0));
    assertEquals(area.path(levels), "M0 20V10H20V17.5H50V20zM60 20V15H100V20z");
  }

  @Test
  public void changesTooCloseToBeToldApartAreOne() {
    List<Chart.Moment> changes =
        Stream.of(2.0, 2.001, 2.002, 8.0).map(x -> new Chart.Moment(x, "schedule")).toList();
    Band band = new Band("b", 0, "↕", List.of(phase(0, 10, 0, false, "x")), List.of(), changes);
    String svg = StripDrawing.render(new Strip("net", 0, 10, List.of(band)));
    assertEquals(count(svg, "h5.2l-2.6 4.2z"), 2);
  }

  private static Phase phase(
      double from, double to, double loss, boolean outage, String... labels) {
    return new Phase(from, to, loss, outage, List.of(labels));
  }

  private static String draw(Phase... phases) {
    Band band = new Band("answerer", 1, "↕", List.of(phases), List.of(), List.of());
    return StripDrawing.render(new Strip("net", 0, 10, List.of(band)));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
