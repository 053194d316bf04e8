package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.pages.Browser.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.testng.SkipException;
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
  public void mediaFlowsBothWays(Kind offerer, Kind answerer) {
    for (Kind kind : List.of(offerer, answerer)) {
      if (!Browser.installed(kind)) {
        throw new SkipException("No driver for " + kind + " on this machine");
      }
    }
    Recorder recorder = new Recorder();
    try (PageServer server = PageServer.start(PageServerOptions.defaults());
        PageCall call = server.openCall("c", List.of("offerer", "answerer"), recorder);
        Browser one = Browser.start(offerer);
        Browser other = Browser.start(answerer)) {
      one.open(call.pageUri("offerer"));
      other.open(call.pageUri("answerer"));
      prepare(call, "offerer", "answerer", true);
      prepare(call, "answerer", "offerer", false);
      command(call, "offerer", "offer", Map.of("peer", "answerer"));
      for (String each : List.of("offerer", "answerer")) {
        recorder.await(each + " connected", seen -> has(seen, each, "connection", "connected"));
        recorder.await(
            each + "'s first frame", seen -> !seen.events(each, "first-frame").isEmpty());
        recorder.await(
            each + "'s first packets", seen -> seen.events(each, "first-packet").size() == 2);
        int already = recorder.of(each, PageMessage.Stats.class).size();
        recorder.await(
            each + "'s samples",
            seen -> seen.of(each, PageMessage.Stats.class).size() >= already + 4);
        assertMedia(recorder, each);
      }
      command(call, "offerer", "hang-up", Map.of());
      recorder.await("pc-closed", seen -> !seen.events("offerer", "pc-closed").isEmpty());
      assertEquals(recorder.refusals(), List.of());
    }
  }

  private static void assertMedia(Recorder recorder, String each) {
    List<PageMessage.Stats> samples = recorder.of(each, PageMessage.Stats.class);
    JsonNode last = samples.get(samples.size() - 1).report();
    JsonNode earlier = samples.get(samples.size() - 4).report();
    assertTrue(
        inbound(last, "video").path("framesDecoded").intValue()
            > inbound(earlier, "video").path("framesDecoded").intValue());
    assertTrue(
        inbound(last, "audio").path("totalAudioEnergy").doubleValue()
            > inbound(earlier, "audio").path("totalAudioEnergy").doubleValue());
  }

  private static JsonNode inbound(JsonNode report, String kind) {
    for (JsonNode stats : report) {
      if (stats.path("type").asString("").equals("inbound-rtp")
          && stats.path("kind").asString("").equals(kind)) {
        return stats;
      }
    }
    throw new AssertionError("No inbound " + kind + " in " + report);
  }

  private static boolean has(Recorder seen, String participant, String event, String state) {
    return seen.events(participant, event).stream()
        .anyMatch(each -> each.data().path("state").asString("").equals(state));
  }

  private static JsonNode prepare(PageCall call, String name, String peer, boolean offers) {
    var unused = call.joined(name).orTimeout(30, TimeUnit.SECONDS).join();
    return command(
        call,
        name,
        "prepare",
        Map.of(
            "peers",
            List.of(peer),
            "offererOf",
            offers ? List.of(peer) : List.of(),
            "polite",
            !offers,
            "media",
            Map.of("audio", "page", "video", "page"),
            "rtc",
            Map.of("iceServers", List.of()),
            "sampleIntervalMs",
            500));
  }

  private static JsonNode command(PageCall call, String name, String command, Object arguments) {
    return call.command(name, command, arguments).orTimeout(30, TimeUnit.SECONDS).join();
  }
}
