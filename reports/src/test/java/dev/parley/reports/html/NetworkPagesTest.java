package dev.parley.reports.html;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.SyntheticRun;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** What the pages say of networks: what was applied, and nothing of what the log does not tell. */
public class NetworkPagesTest {
  private static final String STEPS = "impaired-call-chrome-firefox-network-loss-5-steps";

  private @Nullable RenderedRun showcase;
  private @Nullable RenderedRun synthetic;

  @BeforeClass
  public void render() throws IOException {
    showcase = new RenderedRun(ShowcaseRun::write);
    synthetic = new RenderedRun(SyntheticRun::write);
  }

  @AfterClass(alwaysRun = true)
  public void remove() throws IOException {
    for (RenderedRun run : new @Nullable RenderedRun[] {showcase, synthetic}) {
      if (run != null) {
        run.close();
      }
    }
  }

  @Test
  public void theNetworkIsDrawnOnceAndShownUnderEveryChart() throws IOException {
    String page = showcase(STEPS);
    assertEquals(count(page, "<g id=\"a1-net\">"), 1);
    int charts = count(page, "<svg class=\"chart\"");
    assertTrue(charts >= 8, charts + " charts");
    assertEquals(count(page, "<use href=\"#a1-net\""), charts);
    assertTrue(page.contains("2.5\u202fMbit/s → 1\u202fMbit/s → outage → 600\u202fkbit/s"), page);
  }

  @Test
  public void ofADirectCallNothingIsDrawn() throws IOException {
    String page = showcase("audio-video-chrome-firefox");
    assertFalse(page.contains("a1-net\""), "a drawing");
    assertTrue(count(page, "direct, no emulation") >= 4, "in words");
    assertFalse(page.contains("Asked against achieved"), "a table");
  }

  @Test
  public void whatTheLogDoesNotTellWasNotApplied() throws IOException {
    String page = Objects.requireNonNull(synthetic).cell("audio-video-chrome-firefox-network");
    String silent = "3g was asked for, but the log does not say that it was applied";
    assertTrue(page.contains(silent), page);
    assertFalse(page.contains("3g, emulated"), page);
    assertEquals(count(page, "<g class=\"net-band"), 1);
  }

  @Test
  public void lossThatDoesNotAgreeIsRedAndLossThatIsNotReportedIsNeither() throws IOException {
    String page = Objects.requireNonNull(synthetic).cell("audio-video-chrome-firefox-network");
    assertTrue(page.contains("#i-failed\"></use></svg>does not agree"), page);
    assertTrue(page.contains("#i-passed\"></use></svg>agrees"), page);
    assertTrue(page.contains("<td><span class=\"absent\">not reported</span></td>"), page);
    assertTrue(page.contains("#i-errored\"></use></svg>12 kB by `tcp`"), "the bypass");
  }

  @Test
  public void anAbsentFigureIsNeverZero() throws IOException {
    String page = Objects.requireNonNull(synthetic).cell("audio-video-chrome-firefox-network");
    assertEquals(row(page, "Kernel drops"), List.of("not reported", "not reported"));
    assertEquals(row(page, "Lateness, p50 / p95 / p99 / max").get(1), "not reported");
    assertEquals(row(page, "Loss achieved").get(1), "no packets");
    assertEquals(row(page, "More than 10 ms late").get(1), "no packets");
    assertEquals(row(page, "Rate offered").get(0), "not reported");
    assertTrue(row(page, "Kept time").get(0).startsWith("no, too late: expected p95 ≤ 2"), page);
  }

  @Test
  public void networksStandSideBySideInTheMatrix() throws IOException {
    String index = Objects.requireNonNull(showcase).index();
    String heads =
        "<th scope=\"col\">ideal</th>\n<th scope=\"col\">loss-5</th>\n"
            + "<th scope=\"col\">loss-5-steps</th>";
    assertTrue(index.replaceAll("\n+", "\n").contains(heads), index);
    for (String name : List.of("loss seen", "applied", "frozen", "concealed", "harmonic")) {
      assertEquals(count(index, "<i>" + name + "</i>"), 6, name);
    }
  }

  private String showcase(String prefix) throws IOException {
    return Objects.requireNonNull(showcase).cell(prefix);
  }

  /** The values of one property, without their tags. */
  private static List<String> row(String page, String name) {
    int at = page.indexOf("<th scope=\"row\">" + name + "</th>");
    assertTrue(at > 0, name);
    String cells = page.substring(at, page.indexOf("</tr>", at));
    return Pattern.compile("<td>(.*?)</td>")
        .matcher(cells)
        .results()
        .map(cell -> cell.group(1).replaceAll("<[^>]*>", ""))
        .toList();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
