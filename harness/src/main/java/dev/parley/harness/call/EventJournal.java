package dev.parley.harness.call;

import dev.parley.harness.CallErrored;
import dev.parley.pages.PageMessage;
import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.RunEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes down what the probe saw: states, descriptions, candidates, first packets and frames. */
final class EventJournal {
  private static final Set<String> QUIET =
      Set.of("track-mute", "track-unmute", "visibility", "source");

  private final CallBoard board;
  private final AttemptLog log;
  private final Set<String> offerers;
  private final RelayDesk relayDesk;
  private boolean firstOfferSeen;

  /**
   * A journal of one call.
   *
   * @param offerers who is declared to make a first offer
   * @param relayDesk where reports about rewritten candidates go, which are not for the log
   */
  EventJournal(CallBoard board, AttemptLog log, Set<String> offerers, RelayDesk relayDesk) {
    this.board = board;
    this.log = log;
    this.offerers = offerers;
    this.relayDesk = relayDesk;
  }

  void take(PageRecord record, PageMessage.Event event, PageTime time) {
    if (event.name().startsWith(RelayDesk.PREFIX)) {
      relayDesk.take(record.participant, pc(event), event.name(), event.data());
      return;
    }
    switch (event.name()) {
      case "local-description", "remote-description" -> description(record, event, time);
      case "local-candidate", "remote-candidate" -> candidate(record, event, time);
      case "connection" -> connectionState(record, event, time);
      case "pc-closed" -> closed(record, event, time);
      case "data-channel" -> channel(record, event, time);
      case "first-packet" -> firstPacket(record, event, time);
      case "first-frame" -> firstFrame(record, event, time);
      case "error" -> error(record, event, time);
      case "note" ->
          log.append(new RunEvent.Note(record.participant, event.data().path("text").asString("")));
      default -> other(record, event, time);
    }
  }

  /** A sample came: what the links have done so far is what it stands for. */
  void sampled(String participant, PageMessage.Stats stats) {
    relayDesk.sampled(participant, stats.pc(), stats.number(), stats.report());
  }

  private void candidate(PageRecord record, PageMessage.Event event, PageTime time) {
    String candidate = event.data().path("candidate").asString("");
    log.append(new RunEvent.Candidate(record.participant, pc(event), side(event), candidate, time));
  }

  private void connectionState(PageRecord record, PageMessage.Event event, PageTime time) {
    String state = state(event.data());
    connection(record, event).connection.enter(state, time.runMs());
    mark(record, event, time, state);
  }

  private void closed(PageRecord record, PageMessage.Event event, PageTime time) {
    PeerConnectionRecord connection = connection(record, event);
    connection.closed = true;
    connection.connection.enter("closed", time.runMs());
    relayDesk.closed(record.participant, pc(event));
    mark(record, event, time, null);
  }

  private void channel(PageRecord record, PageMessage.Event event, PageTime time) {
    String label = event.data().path("label").asString("");
    String state = state(event.data());
    record.channel(label).enter(state, time.runMs());
    mark(record, event, time, label + " " + state);
  }

  private void firstPacket(PageRecord record, PageMessage.Event event, PageTime time) {
    String kind = event.data().path("kind").asString("");
    connection(record, event).arrived.add(kind);
    mark(record, event, time, kind);
  }

  private void firstFrame(PageRecord record, PageMessage.Event event, PageTime time) {
    connection(record, event).arrived.add("frame");
    JsonNode data = event.data();
    mark(record, event, time, data.path("width").asInt(0) + "x" + data.path("height").asInt(0));
  }

  private void error(PageRecord record, PageMessage.Event event, PageTime time) {
    String text = event.data().toString();
    log.append(new RunEvent.LogLine(record.participant, "page", "error", text, time));
  }

  private void other(PageRecord record, PageMessage.Event event, PageTime time) {
    if (!QUIET.contains(event.name())) {
      JsonNode state = event.data().path("state");
      String detail =
          state.isString()
              ? state.asString()
              : event.data().isEmpty() ? null : event.data().toString();
      mark(record, event, time, detail);
    }
  }

  private void description(PageRecord record, PageMessage.Event event, PageTime time) {
    String kind = event.data().path("kind").asString("");
    String sdp = event.data().path("sdp").asString("");
    log.append(
        new RunEvent.Description(record.participant, pc(event), side(event), kind, sdp, time));
    if (side(event).equals("remote")) {
      return;
    }
    connection(record, event).localDescription(sdp);
    if (kind.equals("offer") && !firstOfferSeen) {
      firstOfferSeen = true;
      firstOffer(record.participant);
    }
  }

  private void firstOffer(String participant) {
    log.append(new RunEvent.Step("first-offer", participant));
    if (!offerers.contains(participant)) {
      board.fault(
          new CallErrored(
              "wrong-offerer",
              "the first offer came from %s, expected it from %s"
                  .formatted(participant, String.join(", ", offerers))));
    }
  }

  private static PeerConnectionRecord connection(PageRecord record, PageMessage.Event event) {
    return record.connection(pc(event));
  }

  private void mark(
      PageRecord record, PageMessage.Event event, PageTime time, @Nullable String detail) {
    log.append(new RunEvent.Mark(record.participant, event.name(), time, detail));
  }

  private static String state(JsonNode data) {
    return data.path("state").asString("");
  }

  private static String side(PageMessage.Event event) {
    return event.name().startsWith("local") ? "local" : "remote";
  }

  private static String pc(PageMessage.Event event) {
    return event.pc() == null ? "page" : event.pc();
  }
}
