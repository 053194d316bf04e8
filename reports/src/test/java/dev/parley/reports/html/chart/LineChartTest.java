package dev.parley.reports.html.chart;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.html.XmlCheck;
import dev.parley.reports.html.chart.Series.Point;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.Test;

/** What a line chart draws, and what it must not draw. */
public final class LineChartTest {
  private static final Pattern LINE = Pattern.compile("<path d=\"([^\"]*)\"/>");

  @Test
  public void aGapBreaksTheLineAndIsNeverZero() {
    String svg =
        draw(
            new Series(
                "one",
                0,
                0,
                List.of(
                    Point.of(0, 5),
                    Point.of(1, 5),
                    Point.gap(2, "stalled"),
                    Point.of(3, 5),
                    Point.of(4, 5))));
    String path = path(svg);
    assertEquals(path.chars().filter(c -> c == 'M').count(), 2, path);
    assertEquals(path.chars().filter(c -> c == 'L').count(), 2, path);
    assertEquals(count(svg, "<circle"), 4, "no marker stands where there is no value");
  }

  @Test
  public void aSinglePointIsSeen() {
    String svg = draw(new Series("one", 1, 0, List.of(Point.of(1, 2))));
    assertEquals(count(svg, "class=\"mark\""), 1);
    assertFalse(path(svg).contains("L"));
  }

  @Test
  public void pointsAloneBetweenGapsAreMarkedInALongSeries() {
    List<Point> points = new java.util.ArrayList<>();
    for (int i = 0; i < 200; i++) {
      points.add(i == 99 || i == 101 ? Point.gap(i, "undefined") : Point.of(i, 1));
    }
    assertEquals(count(draw(new Series("long", 0, 0, points)), "<circle"), 1);
  }

  @Test
  public void aConstantSeriesIsAFlatLineInsideTheChart() {
    String path = path(draw(new Series("flat", 0, 0, List.of(Point.of(0, 30), Point.of(4, 30)))));
    Matcher ys = Pattern.compile("[ML][0-9.]+ ([0-9.]+)").matcher(path);
    assertTrue(ys.find());
    String first = ys.group(1);
    assertTrue(ys.find());
    assertEquals(ys.group(1), first);
  }

  @Test
  public void allZerosAreOnTheAxis() {
    String svg = draw(new Series("zero", 0, 0, List.of(Point.of(0, 0), Point.of(4, 0))));
    assertTrue(path(svg).matches("M46 146L430 146"), path(svg));
  }

  @Test
  public void withoutAnyValueItSaysSo() {
    String svg = draw(new Series("none", 0, 0, List.of(Point.gap(0, "not reported"))));
    assertTrue(svg.contains(">no values<"));
    assertFalse(LINE.matcher(svg).find());
    assertTrue(draw().contains(">no values<"));
  }

  @Test
  public void negativeValuesHaveAnAxisBelowZero() {
    String svg = draw(new Series("below", 0, 0, List.of(Point.of(0, -3), Point.of(1, 4))));
    assertTrue(svg.contains(">-4<"), svg);
  }

  @Test
  public void isNamedDescribedAndEscaped() {
    Series hostile = new Series("<script>alert('1')</script>", 0, 0, List.of(Point.of(0, 1)));
    String svg = chart(List.of(new Chart.Range(1, 2)), hostile);
    assertTrue(svg.contains("role=\"img\" aria-labelledby=\"c-t c-d\""));
    assertTrue(svg.contains("class=\"window\""));
    assertFalse(svg.contains("<script>"));
    assertTrue(svg.contains("&lt;script&gt;alert(&#39;1&#39;)"));
    XmlCheck.wellFormed(svg);
  }

  @Test
  public void isTheSameForTheSameData() {
    Series series = new Series("one", 0, 0, List.of(Point.of(0, 1.0 / 3), Point.of(1, 2.0 / 3)));
    assertEquals(draw(series), draw(series));
  }

  private static String draw(Series... series) {
    return chart(List.of(), series);
  }

  private static String chart(List<Chart.Range> windows, Series... series) {
    Caption caption = new Caption("Bitrate \"in\"", "a & b");
    List<Chart.Moment> moments = List.of(new Chart.Moment(0.5, "restart <now>"));
    return LineChart.render(
        new Chart(
            "c", caption, "ms", 0, 4, windows, moments, Chart.Below.NOTHING, List.of(series)));
  }

  private static String path(String svg) {
    Matcher matcher = LINE.matcher(svg);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
