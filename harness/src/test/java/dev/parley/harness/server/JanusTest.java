package dev.parley.harness.server;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.endpoint.ServerProgram;
import dev.parley.pages.PageCall;
import dev.parley.pages.PageListener;
import dev.parley.pages.PageMessage;
import dev.parley.pages.PageServer;
import dev.parley.pages.PageServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Janus, asked as a browser would have it asked. */
public final class JanusTest extends OwnServers {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long PATIENCE_SECONDS = 10;
  private static final JsonNode ECHO =
      JSON.createObjectNode().put("audio", true).put("video", true);

  /** Of one audio track, with a fingerprint that fits nobody. */
  private static final JsonNode OFFER =
      JSON.createObjectNode()
          .put("type", "offer")
          .put(
              "sdp",
              """
              v=0
              o=- 1 2 IN IP4 127.0.0.1
              s=-
              t=0 0
              a=group:BUNDLE 0
              m=audio 9 UDP/TLS/RTP/SAVPF 111
              c=IN IP4 0.0.0.0
              a=ice-ufrag:abcd
              a=ice-pwd:abcdefghijklmnopqrstuvwx
              a=ice-options:trickle
              a=fingerprint:sha-256 %s
              a=setup:actpass
              a=mid:0
              a=sendrecv
              a=rtcp-mux
              a=rtpmap:111 opus/48000/2
              a=ssrc:1 cname:c
              """
                  .formatted(String.join(":", java.util.Collections.nCopies(32, "AB")))
                  .replace("\n", "\r\n"));

  @Test
  void fullIceTricklesItsCandidates() throws InterruptedException {
    require(ServerProgram.JANUS);
    BlockingQueue<JsonNode> candidates = new LinkedBlockingQueue<>();
    try (Janus janus = Janus.start(run, here, Janus.Ice.FULL);
        JanusSession session = janus.attach("echotest")) {
      assertFalse(janus.info().path("ice-lite").asBoolean(true));
      session.onCandidate(candidates::add);
      String answer = session.negotiate(ECHO, OFFER).path("sdp").asString("");
      assertFalse(answer.contains("a=ice-lite"), answer);
      assertCandidate(candidates.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
  }

  private void assertCandidate(@org.jspecify.annotations.Nullable JsonNode candidate) {
    String line = candidate == null ? "none" : candidate.path("candidate").asString("");
    assertTrue(line.contains(here.getHostAddress()), line);
    int port = Integer.parseInt(line.split(" ", -1)[5]);
    assertTrue(port >= Ports.MEDIA_FIRST && port <= Ports.MEDIA_LAST, line);
  }

  @Test
  void iceLiteSaysSoAndHasItsCandidatesInTheAnswer() {
    require(ServerProgram.JANUS);
    try (Janus janus = Janus.start(run, here, Janus.Ice.LITE);
        JanusSession session = janus.attach("echotest")) {
      assertTrue(janus.info().path("ice-lite").asBoolean(false));
      String answer = session.negotiate(ECHO, OFFER).path("sdp").asString("");
      assertTrue(answer.contains("a=ice-lite"), answer);
      assertTrue(answer.contains("a=candidate:"), answer);
      assertTrue(answer.contains(here.getHostAddress()), answer);
    }
  }

  @Test
  void whatItRefusesIsToldInItsWords() {
    require(ServerProgram.JANUS);
    try (Janus janus = Janus.start(run, here, Janus.Ice.FULL)) {
      ServerException plugin =
          expectThrows(ServerException.class, () -> janus.attach("audiobridge"));
      assertTrue(plugin.getMessage().contains("No such plugin"), plugin.getMessage());
      try (JanusSession room = janus.attach("videoroom")) {
        ObjectNode bad = JSON.createObjectNode().put("type", "offer").put("sdp", "v=0");
        ServerException sdp = expectThrows(ServerException.class, () -> room.negotiate(ECHO, bad));
        assertTrue(sdp.getMessage().contains("Missing mandatory lines"), sdp.getMessage());
      }
    }
  }

  @Test
  void inASeatItAnswersWhoeverOffers() throws InterruptedException {
    require(ServerProgram.JANUS);
    BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    try (Janus janus = Janus.start(run, here, Janus.Ice.FULL);
        PageServer server = PageServer.start(PageServerOptions.defaults());
        PageCall call = server.openCall("c", List.of("page", "janus"), new Deaf());
        JanusParticipant seat =
            JanusParticipant.join(call.pageUri("janus"), janus.attach("echotest"), ECHO);
        SeatSocket page =
            SeatSocket.connect(call.pageUri("page"), (from, signal) -> heard.add(signal))) {
      ObjectNode offer = JSON.createObjectNode();
      offer.set("description", OFFER);
      page.signal("janus", offer);
      JsonNode first = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      JsonNode second = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String both = first + " " + second;
      assertTrue(both.contains("\"type\":\"answer\""), both);
      assertTrue(both.contains("candidate:"), both);
      assertEquals(server.refusals(), List.of());
      ServerException early =
          expectThrows(ServerException.class, () -> seat.awaitUp(Duration.ZERO));
      assertTrue(early.getMessage().contains("no ICE and DTLS"), early.getMessage());
    }
  }

  private static final class Deaf implements PageListener {
    @Override
    public void received(String participant, PageMessage message, long nanos) {}

    @Override
    public void closed(String participant, int code, String reason) {}

    @Override
    public void refused(String participant, String what) {}
  }
}
