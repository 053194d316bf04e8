package dev.parley.reports.html.chart;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.html.XmlCheck;
import dev.parley.reports.html.chart.Lane.Pin;
import dev.parley.reports.html.chart.Lane.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.Test;

/** Where a timeline puts its bars and labels. */
public final class TimelineChartTest {

  @Test
  public void labelsNeverLieOverEachOther() {
    List<Pin> pins = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      pins.add(new Pin(i / 10.0, "first-packet audio", "step"));
    }
    String svg = draw(List.of(new Lane("harness", "steps", -1, List.of(), pins)));
    Matcher labels =
        Pattern.compile("class=\"pin-label( end)?\" x=\"([0-9.]+)\" y=\"([0-9.]+)\"").matcher(svg);
    List<double[]> boxes = new ArrayList<>();
    while (labels.find()) {
      double x = Double.parseDouble(labels.group(2));
      double width = 18 * 5.5;
      double left = labels.group(1) == null ? x : x - width;
      boxes.add(new double[] {left, left + width, Double.parseDouble(labels.group(3))});
    }
    assertEquals(boxes.size(), 30);
    for (double[] a : boxes) {
      for (double[] b : boxes) {
        boolean apart = a == b || a[2] != b[2] || a[1] <= b[0] || b[1] <= a[0];
        assertTrue(apart, a[0] + ".." + a[1] + " and " + b[0] + ".." + b[1] + " at " + a[2]);
      }
    }
  }

  @Test
  public void aSpanThatIsTooShortToBeLabelledStillHasATip() {
    Span blink = new Span(1, 1.000001, "checking", "wait");
    String svg = draw(List.of(new Lane("offerer", "ICE", 0, List.of(blink), List.of())));
    assertTrue(svg.contains("width=\"1.5\" height=\"16\" rx=\"3\"><title>checking</title>"), svg);
  }

  @Test
  public void hostileNamesAreEscaped() {
    Span span = new Span(0, 3, "<b>&\"'\u0001", "wait");
    String svg = draw(List.of(new Lane("<i>", "]]>", 1, List.of(span), List.of())));
    XmlCheck.wellFormed(svg);
    assertTrue(svg.contains("&lt;b&gt;&amp;&quot;&#39;\uFFFD"), svg);
  }

  private static String draw(List<Lane> lanes) {
    Caption caption = new Caption("Timeline", "of a test");
    return TimelineChart.render(
        new Timeline("t", caption, -1, 3, List.of(new Chart.Range(1, 2)), lanes));
  }
}
