package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.pages.Browser.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.testng.Reporter;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two peer connections to one peer that carry noise, one of them paused; files; counted messages.
 */
@Test(groups = "browser")
public class FlowsAndFilesTest {
  private static final int SAMPLE_MS = 250;
  private static final String SECOND = "answerer#2";
  private static final int FILE = 3_000_000;

  @DataProvider
  public Object[][] pairs() {
    return new Object[][] {{Kind.CHROMIUM, Kind.FIREFOX}, {Kind.FIREFOX, Kind.CHROMIUM}};
  }

  @Test(dataProvider = "pairs")
  public void flowsArePausedAndFilesArriveWhole(Kind offering, Kind answering) {
    try (BrowserCall pair = new BrowserCall(offering, answering)) {
      connectTwice(pair);
      double noise = awaitBitrate(pair, "of the second flow to rise", rate -> rate > 1_000_000);
      Reporter.log("%s: %.0f bit/s on one of two".formatted(offering, noise), true);
      pair.command("offerer", "pause", pause(true));
      awaitBitrate(pair, "of a paused flow to end", rate -> rate == 0);
      filesArrive(pair);
      countedMessagesArrive(pair);
      pair.command("offerer", "pause", pause(false));
      awaitBitrate(pair, "of a resumed flow to come back", rate -> rate > 100_000);
      assertEquals(pair.recorder.events("offerer", "error"), List.of());
      assertEquals(pair.recorder.events("answerer", "error"), List.of());
    }
  }

  private static void connectTwice(BrowserCall pair) {
    Map<String, Object> media =
        Map.of(
            "audio", "none",
            "video", "page",
            "width", 1280,
            "height", 720,
            "frameRate", 15,
            "content", "noise",
            "maxBitrate", 6_000_000);
    Map<String, Object> silent = Map.of("audio", "none", "video", "none");
    pair.prepare(
        SAMPLE_MS, Map.of("flows", 2, "media", media), Map.of("flows", 2, "media", silent));
    pair.command("offerer", "offer", Map.of("peer", "answerer"));
    pair.command("offerer", "offer", Map.of("peer", SECOND));
    for (String peer : List.of("offerer", "offerer#2")) {
      pair.recorder.await(
          "the first frame of " + peer,
          seen ->
              seen.events("answerer", "first-frame").stream()
                  .anyMatch(frame -> frame.data().path("peer").asString("").equals(peer)));
    }
  }

  private static Map<String, Object> pause(boolean paused) {
    return Map.of("peer", SECOND, "kind", "video", "paused", paused);
  }

  /** The second flow's, in bit/s over 500 ms; it is in the answerer's second connection. */
  private static double awaitBitrate(BrowserCall pair, String what, DoublePredicate wanted) {
    List<Double> seen = new ArrayList<>();
    pair.recorder.await(
        "the bitrate " + what,
        recorder -> {
          List<PageMessage.Stats> samples =
              pair.samples("answerer").stream().filter(s -> s.pc().equals("pc2")).toList();
          double rate = samples.size() < 3 ? Double.NaN : rate(samples);
          seen.add(rate);
          return wanted.test(rate);
        });
    return seen.get(seen.size() - 1);
  }

  private static double rate(List<PageMessage.Stats> samples) {
    PageMessage.Stats last = samples.get(samples.size() - 1);
    PageMessage.Stats before = samples.get(samples.size() - 3);
    return 8000 * (bytes(last) - bytes(before)) / (last.pageMs() - before.pageMs());
  }

  private static double bytes(PageMessage.Stats sample) {
    for (JsonNode stats : sample.report()) {
      if (stats.path("type").asString("").equals("inbound-rtp")) {
        return stats.path("bytesReceived").doubleValue();
      }
    }
    return Double.NaN;
  }

  private static void filesArrive(BrowserCall pair) {
    for (String from : BrowserCall.BOTH) {
      String to = from.equals("offerer") ? "answerer" : "offerer";
      pair.command(from, "channel-open", Map.of("peer", to, "label", "file-" + from));
      JsonNode sent =
          pair.command(
              from, "file-send", Map.of("peer", to, "label", "file-" + from, "bytes", FILE));
      Reporter.log(from + ": " + sent, true);
      assertTrue(sent.path("equal").asBoolean(), sent.toString());
      assertEquals(sent.path("sha256").stringValue().length(), 64);
      assertTrue(sent.path("waits").intValue() > 0, sent.toString());
      assertEquals(sent.path("lowEvents").intValue(), sent.path("waits").intValue());
      assertTrue(sent.path("mostBuffered").intValue() < FILE, sent.toString());
    }
  }

  private static void countedMessagesArrive(BrowserCall pair) {
    String label = "numbered-strict";
    Map<String, Object> channel = Map.of("peer", "answerer", "label", label);
    pair.command("offerer", "channel-open", channel);
    pair.command(
        "offerer",
        "numbered-send",
        Map.of("peer", "answerer", "label", label, "messages", 50, "perSecond", 500));
    JsonNode numbers =
        pair.command(
                "answerer",
                "numbered-received",
                Map.of("peer", "offerer", "label", label, "expected", 50))
            .path("numbers");
    assertEquals(numbers.size(), 50);
    for (int i = 0; i < 50; i++) {
      assertEquals(numbers.get(i).intValue(), i);
    }
  }
}
