package dev.parley.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An ICE restart in a call of two browsers.
 *
 * @param from who restarts
 * @param to the other
 */
record Restart(BrowserCall pair, String from, String to) {
  private static final String LOCAL = "local-description";
  private static final String REMOTE = "remote-description";
  private static final String UFRAG = "a=ice-ufrag:";

  /** Restarts, and waits until both sides have taken the new credentials and selected new ends. */
  void run() {
    Map<String, String> before = Map.of(from, ufrag(from, LOCAL), to, ufrag(to, LOCAL));
    pair.command(from, "restart-ice", Map.of("peer", to));
    for (String each : BrowserCall.BOTH) {
      String other = each.equals(from) ? to : from;
      pair.recorder.await(
          each + " to have taken the new ufrag of " + other,
          seen ->
              !ufrag(other, LOCAL).equals(before.get(other))
                  && ufrag(each, REMOTE).equals(ufrag(other, LOCAL)));
      pair.recorder.await(
          each + "'s selected pair to be of the new generation",
          seen -> selected(each).equals(List.of(ufrag(each, LOCAL), ufrag(each, REMOTE))));
    }
  }

  /** The fragments of the selected pair in the last sample: ours, theirs; none without a pair. */
  private List<String> selected(String participant) {
    List<PageMessage.Stats> all = pair.samples(participant);
    Map<String, JsonNode> byId = new HashMap<>();
    all.get(all.size() - 1).report().forEach(each -> byId.put(each.path("id").asString(""), each));
    for (JsonNode transport : List.copyOf(byId.values())) {
      JsonNode chosen = byId.get(transport.path("selectedCandidatePairId").asString(""));
      if (chosen != null) {
        return Stream.of("localCandidateId", "remoteCandidateId")
            .map(end -> byId.get(chosen.path(end).asString("")))
            .map(end -> end == null ? "" : end.path("usernameFragment").asString(""))
            .toList();
      }
    }
    return List.of();
  }

  private String ufrag(String participant, String event) {
    List<PageMessage.Event> all = pair.recorder.events(participant, event);
    String sdp = all.get(all.size() - 1).data().path("sdp").stringValue();
    int start = sdp.indexOf(UFRAG) + UFRAG.length();
    return sdp.substring(start, sdp.indexOf('\r', start));
  }
}
