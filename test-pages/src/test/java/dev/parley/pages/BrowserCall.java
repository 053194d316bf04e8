package dev.parley.pages;

import dev.parley.pages.Browser.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.testng.SkipException;
import tools.jackson.databind.JsonNode;

/** A server, a call, and two real browsers in it. */
final class BrowserCall implements AutoCloseable {
  static final List<String> BOTH = List.of("offerer", "answerer");
  final Recorder recorder = new Recorder();
  final PageServer server = PageServer.start(PageServerOptions.defaults());
  final PageCall call = server.openCall("c", BOTH, recorder);
  private final Browser offerer;
  private final Browser answerer;

  BrowserCall(Kind offering, Kind answering) {
    for (Kind kind : List.of(offering, answering)) {
      if (!Browser.installed(kind)) {
        server.close();
        throw new SkipException("No driver for " + kind + " on this machine");
      }
    }
    offerer = Browser.start(offering);
    answerer = Browser.start(answering);
    offerer.open(call.pageUri("offerer"));
    answerer.open(call.pageUri("answerer"));
  }

  /** Prepares both with page-made media, has the offer made, and waits for media both ways. */
  void connect(int sampleIntervalMs) {
    prepare(sampleIntervalMs, Map.of(), Map.of());
    command("offerer", "offer", Map.of("peer", "answerer"));
    for (String each : BOTH) {
      awaitState(each, "connection", "connected");
      recorder.await(each + "'s first frame", seen -> !seen.events(each, "first-frame").isEmpty());
      recorder.await(
          each + "'s first packets", seen -> seen.events(each, "first-packet").size() == 2);
    }
  }

  JsonNode command(String name, String command, Object arguments) {
    return call.command(name, command, arguments).orTimeout(60, TimeUnit.SECONDS).join();
  }

  void awaitState(String participant, String event, String state) {
    recorder.await(
        participant + " " + event + " " + state,
        seen ->
            seen.events(participant, event).stream()
                .anyMatch(each -> each.data().path("state").asString("").equals(state)));
  }

  /** Two samples of one participant's received media, some samples apart, taken from now on. */
  List<JsonNode> nextSamples(String participant, int apart) {
    int already = samples(participant).size();
    recorder.await(
        participant + "'s next samples", seen -> samples(participant).size() > already + apart);
    return List.of(
        samples(participant).get(already).report(),
        samples(participant).get(already + apart).report());
  }

  List<PageMessage.Stats> samples(String participant) {
    return recorder.of(participant, PageMessage.Stats.class);
  }

  static JsonNode stats(JsonNode report, String type, String kind) {
    for (JsonNode stats : report) {
      if (stats.path("type").asString("").equals(type)
          && stats.path("kind").asString("").equals(kind)) {
        return stats;
      }
    }
    throw new AssertionError("No " + type + " " + kind + " in " + report);
  }

  @Override
  public void close() {
    try (server;
        offerer;
        answerer) {
      call.close();
    }
  }

  /** Prepares both; what a side's own plan says takes the place of what is usual. */
  void prepare(int sampleIntervalMs, Map<String, Object> offering, Map<String, Object> answering) {
    prepare("offerer", true, sampleIntervalMs, offering);
    prepare("answerer", false, sampleIntervalMs, answering);
  }

  private void prepare(
      String name, boolean offers, int sampleIntervalMs, Map<String, Object> changes) {
    String peer = offers ? "answerer" : "offerer";
    var unused = call.joined(name).orTimeout(30, TimeUnit.SECONDS).join();
    Map<String, Object> plan = new HashMap<>();
    plan.put("peers", List.of(peer));
    plan.put("offererOf", offers ? List.of(peer) : List.of());
    plan.put("polite", !offers);
    plan.put("media", Map.of("audio", "page", "video", "page"));
    plan.put("rtc", Map.of("iceServers", List.of()));
    plan.put("sampleIntervalMs", sampleIntervalMs);
    plan.putAll(changes);
    JsonNode answer = command(name, "prepare", plan);
    if (!changes.containsKey("media")
        && !answer.path("mediaSource").stringValue().startsWith("page video, ")) {
      throw new AssertionError("Another source than asked for: " + answer);
    }
  }
}
