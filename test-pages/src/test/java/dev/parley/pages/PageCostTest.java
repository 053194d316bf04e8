package dev.parley.pages;

import static org.testng.Assert.assertTrue;

import dev.parley.pages.Browser.Kind;
import java.util.List;
import java.util.Locale;
import org.testng.Reporter;
import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

/** What the source gives and what the probe costs, measured in a call. */
@Test(groups = "browser")
public class PageCostTest {
  private static final double ASKED_RATE = 30;

  @DataProvider
  public Object[][] kinds() {
    return new Object[][] {{Kind.CHROMIUM}, {Kind.FIREFOX}};
  }

  @Test(dataProvider = "kinds")
  public void theSourceKeepsItsRateAndTheProbeIsCheap(Kind kind) {
    try (BrowserCall pair = new BrowserCall(kind, kind)) {
      pair.connect(500);
      List<JsonNode> sent = pair.nextSamples("offerer", 8);
      for (String each : BrowserCall.BOTH) {
        report(kind + " " + each + ": " + costs(pair, each));
      }
      double encoded = rate(sent, "media-source", "frames");
      List<PageMessage.Event> source = pair.recorder.events("offerer", "source");
      JsonNode last = source.get(source.size() - 1).data();
      report(kind + ": source " + last + ", media-source " + encoded + " frames a second");
      if (last.path("lateTicks").doubleValue() > 0.1 * last.path("framesDrawn").doubleValue()) {
        throw new SkipException("Inconclusive: this machine is too busy to judge rates: " + last);
      }
      double drawn =
          last.path("framesDrawn").doubleValue() / (last.path("elapsedMs").doubleValue() / 1000);
      assertTrue(drawn >= 0.9 * ASKED_RATE, "drawn " + drawn + " frames a second");
      assertTrue(encoded >= 0.9 * ASKED_RATE, "given to the encoder " + encoded);
      assertTrue(median(pair, "offerer") < 10, "a sample costs " + median(pair, "offerer") + " ms");
    }
  }

  private static double rate(List<JsonNode> samples, String type, String member) {
    JsonNode one = BrowserCall.stats(samples.get(0), type, "video");
    JsonNode two = BrowserCall.stats(samples.get(1), type, "video");
    double seconds =
        (two.path("timestamp").doubleValue() - one.path("timestamp").doubleValue()) / 1000;
    return (two.path(member).doubleValue() - one.path(member).doubleValue()) / seconds;
  }

  private static String costs(BrowserCall pair, String participant) {
    List<Double> late =
        pair.samples(participant).stream().map(PageMessage.Stats::timerLateMs).sorted().toList();
    return String.format(
        Locale.ROOT,
        "%d samples, median cost %.3f ms, median timer lateness %.2f ms",
        late.size(),
        median(pair, participant),
        late.get(late.size() / 2));
  }

  private static double median(BrowserCall pair, String participant) {
    List<Double> costs =
        pair.samples(participant).stream().map(PageMessage.Stats::costMs).sorted().toList();
    return costs.get(costs.size() / 2);
  }

  private static void report(String line) {
    Reporter.log(line, true);
  }
}
