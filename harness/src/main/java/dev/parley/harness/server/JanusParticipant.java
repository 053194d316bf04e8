package dev.parley.harness.server;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Janus in a participant's seat: it answers the offers of one page, whose peer connection is to a
 * far end without a page and without a probe.
 */
public final class JanusParticipant implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JanusParticipant.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(JanusParticipant::daemon);
  private final JanusSession session;
  private final JsonNode body;
  private final SeatSocket socket;

  private JanusParticipant(URI page, JanusSession session, JsonNode body) {
    this.session = session;
    this.body = body;
    this.socket = SeatSocket.connect(page, this::hear);
  }

  /**
   * Takes the seat.
   *
   * @param page the address that a browser in this seat would open
   * @param session closed with it
   * @param body what its plugin is asked with each offer
   * @throws ServerException if the page server refuses it
   */
  public static JanusParticipant join(URI page, JanusSession session, JsonNode body) {
    return new JanusParticipant(page, session, body);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "janus-participant");
    thread.setDaemon(true);
    return thread;
  }

  /** In order and one after the other, since Janus wants an offer before its candidates. */
  private void hear(String from, JsonNode signal) {
    worker.execute(
        () -> {
          try {
            answer(from, signal);
          } catch (ServerException e) {
            LOG.warn("what {} signaled came to nothing: {}", from, e.getMessage());
          }
        });
  }

  private void answer(String from, JsonNode signal) {
    if (signal.has("description")) {
      session.onCandidate(candidate -> socket.signal(from, wrapped("candidate", candidate)));
      JsonNode answer = session.negotiate(body, signal.path("description"));
      socket.signal(from, wrapped("description", answer));
    } else if (signal.path("candidate").isObject()) {
      session.addCandidate(signal.path("candidate"));
    }
  }

  private static ObjectNode wrapped(String name, JsonNode value) {
    ObjectNode signal = JSON.createObjectNode();
    signal.set(name, value);
    return signal;
  }

  /**
   * Waits until ICE and DTLS with the page are done.
   *
   * @throws ServerException if they are not in time
   */
  public void awaitUp(Duration patience) {
    session.awaitUp(patience);
  }

  /** Leaves the call and ends the session. */
  @Override
  public void close() {
    socket.close();
    worker.shutdownNow();
    session.close();
  }
}
