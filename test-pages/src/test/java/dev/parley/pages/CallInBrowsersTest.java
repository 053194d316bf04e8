package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.pages.Browser.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

@Test(groups = "browser")
public class CallInBrowsersTest {

  @DataProvider
  public Object[][] pairs() {
    return new Object[][] {
      {Kind.CHROMIUM, Kind.CHROMIUM},
      {Kind.CHROMIUM, Kind.FIREFOX},
      {Kind.FIREFOX, Kind.CHROMIUM},
      {Kind.FIREFOX, Kind.FIREFOX},
    };
  }

  @Test(dataProvider = "pairs")
  public void aCallDoesAllItIsTold(Kind offering, Kind answering) {
    try (BrowserCall pair = new BrowserCall(offering, answering)) {
      pair.connect(250);
      BrowserCall.BOTH.forEach(each -> assertMediaFlows(pair, each));
      assertOnlyTheOffererOfferedFirst(pair);
      assertChannelEchoes(pair, "offerer", "answerer");
      assertChannelEchoes(pair, "answerer", "offerer");
      assertRestart(pair, "offerer", "answerer");
      assertRestart(pair, "answerer", "offerer");
      assertModuleLoads(pair);
      assertEquals(pair.recorder.refusals(), List.of());
      pair.command("offerer", "hang-up", Map.of());
      pair.recorder.await("pc-closed", seen -> !seen.events("offerer", "pc-closed").isEmpty());
      assertNumbersAreWhole(pair, "offerer");
      assertErrorsAreAnswered(pair);
    }
  }

  @DataProvider
  public Object[][] kinds() {
    return new Object[][] {{Kind.CHROMIUM}, {Kind.FIREFOX}};
  }

  @Test(dataProvider = "kinds")
  public void aDisabledPictureIsBlack(Kind kind) {
    try (BrowserCall pair = new BrowserCall(kind, kind)) {
      pair.connect(250);
      pair.command("offerer", "track-enabled", Map.of("kind", "video", "enabled", false));
      awaitBlackPicture(pair);
    }
  }

  /** The last coloured frames may still be on their way; black has no contrast at all. */
  private static void awaitBlackPicture(BrowserCall pair) {
    List<Double> contrasts = new ArrayList<>();
    while (contrasts.size() < 10) {
      JsonNode looked = pair.command("answerer", "look", Map.of());
      contrasts.add(looked.path("pictures").path(0).path("contrast").asDouble(Double.NaN));
      if (contrasts.get(contrasts.size() - 1) < 2) {
        return;
      }
    }
    throw new AssertionError("Awaited a picture without contrast, seen contrasts " + contrasts);
  }

  /** Media grows between samples that are both taken from now on; a restart may hold it up. */
  private static void assertMediaFlows(BrowserCall pair, String each) {
    int already = pair.samples(each).size();
    pair.recorder.await(
        each + "'s received media to grow",
        seen -> {
          List<PageMessage.Stats> all = pair.samples(each);
          JsonNode first = all.get(Math.min(already, all.size() - 1)).report();
          JsonNode last = all.get(all.size() - 1).report();
          return all.size() > already + 4
              && growth(first, last, "video", "framesDecoded") > 0
              && growth(first, last, "audio", "totalAudioEnergy") > 0;
        });
    List<PageMessage.Stats> all = pair.samples(each);
    JsonNode video = BrowserCall.stats(all.get(all.size() - 1).report(), "inbound-rtp", "video");
    assertEquals(video.path("frameWidth").intValue(), 640);
    assertEquals(video.path("frameHeight").intValue(), 480);
  }

  private static double growth(JsonNode before, JsonNode after, String kind, String member) {
    return value(after, kind, member) - value(before, kind, member);
  }

  private static double value(JsonNode report, String kind, String member) {
    return BrowserCall.stats(report, "inbound-rtp", kind).path(member).doubleValue();
  }

  private static void assertOnlyTheOffererOfferedFirst(BrowserCall pair) {
    assertEquals(firstKind(pair, "offerer", "local-description"), "offer");
    assertEquals(firstKind(pair, "answerer", "local-description"), "answer");
    assertEquals(pair.recorder.events("answerer", "local-description").size(), 1);
    String sdp =
        pair.recorder
            .events("answerer", "local-description")
            .get(0)
            .data()
            .path("sdp")
            .stringValue();
    String media = sdp.substring(sdp.indexOf("\nm="));
    assertEquals(media.split("a=sendrecv", -1).length - 1, 2, sdp);
  }

  private static String firstKind(BrowserCall pair, String participant, String event) {
    return pair.recorder.events(participant, event).get(0).data().path("kind").stringValue();
  }

  private static void assertChannelEchoes(BrowserCall pair, String from, String to) {
    String label = "echo-" + from;
    JsonNode opened =
        pair.command(from, "channel-open", Map.of("peer", to, "label", label, "options", Map.of()));
    assertTrue(opened.path("id").isInt(), opened.toString());
    List<Map<String, Object>> cases =
        List.of(
            Map.of("name", "a text", "kind", "text", "text", "hello"),
            Map.of("name", "nothing", "kind", "empty"),
            Map.of(
                "name",
                "utf8",
                "kind",
                "utf8",
                "text",
                "Gr\u00fc\u00dfe \u4e16\u754c \ud83d\ude80"),
            Map.of("name", "bytes", "kind", "binary", "bytes", 16000),
            Map.of("name", "told bytes", "kind", "binary", "bytes", List.of(0, 255, 128)),
            Map.of("name", "no bytes", "kind", "empty-binary"),
            Map.of("name", "a blob", "kind", "blob", "bytes", 1000));
    JsonNode results =
        pair.command(from, "channel-exchange", Map.of("peer", to, "label", label, "cases", cases))
            .path("results");
    assertEquals(results.size(), cases.size());
    for (JsonNode result : results) {
      assertTrue(result.path("equal").asBoolean(), from + ": " + result);
      assertTrue(result.path("roundTripMs").doubleValue() > 0, result.toString());
    }
    assertNoEchoIsTold(pair, from, to);
  }

  private static void assertNoEchoIsTold(BrowserCall pair, String from, String to) {
    String label = "silent-" + from;
    pair.command(from, "channel-open", Map.of("peer", to, "label", label));
    JsonNode result =
        pair.command(
                from,
                "channel-exchange",
                Map.of(
                    "peer",
                    to,
                    "label",
                    label,
                    "deadlineMs",
                    200,
                    "cases",
                    List.of(Map.of("name", "x", "kind", "text", "text", "x"))))
            .path("results")
            .path(0);
    assertEquals(result.path("equal").asBoolean(), false);
    assertTrue(result.path("error").stringValue().startsWith("TimeoutError"), result.toString());
    assertTrue(result.path("roundTripMs").isMissingNode());
  }

  /** Media goes on over a pair of the new generation, and nothing was refused on the way. */
  private static void assertRestart(BrowserCall pair, String from, String to) {
    new Restart(pair, from, to).run();
    BrowserCall.BOTH.forEach(each -> assertMediaFlows(pair, each));
    BrowserCall.BOTH.forEach(
        each -> assertEquals(pair.recorder.events(each, "error"), List.of(), each));
  }

  private void assertModuleLoads(BrowserCall pair) {
    pair.server.addModules("mine", getClass().getClassLoader(), "modules");
    pair.command("offerer", "load-module", Map.of("path", "x/mine/hello.js"));
    JsonNode answer = pair.command("offerer", "greet", Map.of("name", "you"));
    assertEquals(answer.path("greeting").stringValue(), "Hello you, from offerer");
    assertEquals(failure(pair, "load-module", Map.of("path", "/etc/passwd")), "SecurityError");
  }

  private static void assertErrorsAreAnswered(BrowserCall pair) {
    assertEquals(failure(pair, "no-such-command", Map.of()), "NotFoundError");
    assertEquals(failure(pair, "offer", Map.of("peer", "answerer")), "NotFoundError");
  }

  private static String failure(BrowserCall pair, String command, Map<String, Object> arguments) {
    CompletionException wrapped =
        expectThrows(CompletionException.class, () -> pair.command("offerer", command, arguments));
    return ((PageCommandException) java.util.Objects.requireNonNull(wrapped.getCause()))
        .errorName();
  }

  /** Counted from 1, each number once, the last one included that was asked for before close. */
  private static void assertNumbersAreWhole(BrowserCall pair, String participant) {
    List<Long> numbers =
        pair.samples(participant).stream().map(PageMessage.Stats::number).sorted().toList();
    assertEquals(numbers.stream().distinct().count(), numbers.size());
    assertTrue(numbers.get(0) >= 1);
    long last = numbers.get(numbers.size() - 1);
    assertTrue(numbers.size() >= last * 0.8, numbers.size() + " samples of " + last);
  }
}
