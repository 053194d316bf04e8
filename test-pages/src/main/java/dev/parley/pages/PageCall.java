package dev.parley.pages;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One call's pages: where to open them, and a way to tell them what to do. */
public final class PageCall implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private final String id;
  private final boolean lobby;
  private final Seats seats;
  private final PageListener listener;
  private final ServerContext context;
  private final Runnable onClose;
  private volatile boolean closed;

  PageCall(
      String id,
      List<String> participants,
      boolean lobby,
      PageListener listener,
      ServerContext context,
      Runnable onClose) {
    this.id = id;
    this.lobby = lobby;
    this.listener = listener;
    this.context = context;
    this.onClose = onClose;
    this.seats = new Seats(id, participants, lobby);
  }

  /** The address that this participant's browser is to open; in a lobby the same for all. */
  public URI pageUri(String participant) {
    Seat seat = seats.known(participant);
    return lobby
        ? context.base()
        : context
            .base()
            .resolve("call.html?call=" + encode(id) + "&participant=" + encode(seat.name()));
  }

  /**
   * Completes when the participant's page has said hello.
   *
   * <p>It completes exceptionally with a {@link PageCommandException} named {@code Gone} where the
   * socket closes before, or the call ends.
   */
  public CompletableFuture<PageMessage.Hello> joined(String participant) {
    return seats.known(participant).joined().copy();
  }

  /**
   * Tells a page to do something; completes with what it answers.
   *
   * <p>It completes exceptionally with a {@link PageCommandException} where the page threw or its
   * socket is closed; it sets no deadline of its own.
   */
  public CompletableFuture<JsonNode> command(String participant, String name, Object arguments) {
    PageSocket socket = seats.known(participant).socket();
    if (socket == null) {
      return CompletableFuture.failedFuture(
          new PageCommandException("Gone", participant + "'s page is not connected"));
    }
    JsonNode args = MAPPER.valueToTree(arguments);
    long number = socket.commands().nextId();
    CompletableFuture<JsonNode> answer = socket.commands().expect(number);
    ObjectNode message = PageSocket.message("command").put("id", number).put("name", name);
    message.set("args", args.isNull() ? MAPPER.createObjectNode() : args);
    socket.send(message);
    return answer;
  }

  /**
   * Sends a page something to show; where the page is not connected, nothing happens.
   *
   * @param message an object whose {@code type} is {@code live}
   */
  public void send(String participant, Object message) {
    JsonNode tree = MAPPER.valueToTree(message);
    if (!(tree instanceof ObjectNode live) || !live.path("type").asString("").equals("live")) {
      throw new IllegalArgumentException("Only messages of type live can be sent, found " + tree);
    }
    PageSocket socket = seats.known(participant).socket();
    if (socket != null) {
      socket.send(live.put("v", InboundParser.VERSION));
    }
  }

  /** Ends the call: closes its sockets and refuses new ones. */
  @Override
  public void close() {
    closed = true;
    onClose.run();
    for (Seat seat : seats.all()) {
      PageSocket socket = seat.socket();
      if (socket != null) {
        socket.close(CloseCode.GOING_AWAY, "the call is over");
      }
      seat.joined().completeExceptionally(gone(seat, "the call is over"));
    }
  }

  /** The seat that a new page may have: the named one, or in a lobby the first that is free. */
  @Nullable Seat seatFor(@Nullable String participant) {
    return seats.forNewcomer(participant);
  }

  /** Seats a socket and welcomes it; false where the seat is taken. */
  boolean sit(PageSocket socket) {
    if (closed || !socket.seat().take(socket)) {
      return false;
    }
    ObjectNode welcome = PageSocket.message("welcome").put("participant", socket.seat().name());
    ArrayNode names = welcome.putArray("participants");
    seats.names().forEach(names::add);
    socket.send(welcome);
    seats.tellWhoIsThere();
    return true;
  }

  void received(PageSocket socket, PageMessage message, long nanos) {
    Seat seat = socket.seat();
    synchronized (seat) {
      listener.received(seat.name(), message, nanos);
    }
    if (message instanceof PageMessage.Hello hello) {
      CompletableFuture<PageMessage.Hello> joined = seat.joined();
      context.executor().execute(() -> joined.complete(hello));
    }
  }

  void relay(PageSocket socket, Inbound.Signal signal) {
    Seat to = seats.find(signal.to());
    PageSocket receiver = to == null ? null : to.socket();
    if (receiver == null) {
      refused(socket, "unreachable", "a signal to " + signal.to() + ", who is not connected");
      return;
    }
    ObjectNode message = PageSocket.message("signal").put("from", socket.seat().name());
    message.set("signal", signal.signal());
    receiver.send(message);
  }

  void refused(PageSocket socket, String kind, String what) {
    Seat seat = socket.seat();
    String line = context.refusals().add(kind, what, id + "/" + seat.name());
    synchronized (seat) {
      listener.refused(seat.name(), line);
    }
  }

  /** A page was turned away before it had a socket. */
  void turnedAway(Seat seat, String what) {
    synchronized (seat) {
      listener.refused(seat.name(), what);
    }
  }

  void left(PageSocket socket, int code, String reason) {
    Seat seat = socket.seat();
    if (seat.socket() != socket) {
      return;
    }
    seat.leave(socket).completeExceptionally(gone(seat, "its socket is closed"));
    synchronized (seat) {
      listener.closed(seat.name(), code, reason);
    }
    seats.tellWhoIsThere();
  }

  private static PageCommandException gone(Seat seat, String why) {
    return new PageCommandException("Gone", seat.name() + "'s page is gone: " + why);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
