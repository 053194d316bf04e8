package dev.parley.pages;

import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.exceptions.MessageTooLargeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One participant's socket: keeps the page to the protocol and hands on what it says.
 *
 * <p>Of no use outside this package: it is public only because Jetty finds its methods by
 * reflection.
 */
public final class PageSocket implements Session.Listener.AutoDemanding {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final long LARGEST_BACKLOG = 8L << 20;
  private static final long CLOSE_GRACE_MS = 2000;

  private final PageCall call;
  private final Seat seat;
  private final ServerContext context;
  private final RateLimit rate;
  private final ClockPings clock = new ClockPings(this::sendPing);
  private final PendingCommands commands;
  private final AtomicLong backlog = new AtomicLong();
  private volatile @Nullable Session session;
  private volatile boolean closing;
  private boolean helloSeen;
  private @Nullable ScheduledFuture<?> pings;

  PageSocket(PageCall call, Seat seat, ServerContext context) {
    this.call = call;
    this.seat = seat;
    this.context = context;
    this.rate = new RateLimit(context.options().maxMessagesPerSecond(), System.nanoTime());
    this.commands = new PendingCommands(context.executor());
  }

  Seat seat() {
    return seat;
  }

  PendingCommands commands() {
    return commands;
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    session = opened;
    if (!call.sit(this)) {
      send(message("full"));
      refuse(CloseCode.TRY_LATER, "seat", "a second page for " + seat.name());
    }
  }

  @Override
  public void onWebSocketText(String text) {
    long nanos = System.nanoTime();
    if (closing) {
      return;
    }
    if (!rate.admit(nanos)) {
      refuse(CloseCode.POLICY, "rate", "more messages a second than are allowed");
      return;
    }
    try {
      handle(InboundParser.parse(text), nanos);
    } catch (ProtocolException e) {
      refuse(e.code(), e.kind(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    refuse(CloseCode.UNACCEPTABLE, "binary", "a binary message");
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    if (cause instanceof MessageTooLargeException) {
      refuse(CloseCode.TOO_BIG, "oversize", "a message over the size limit");
    } else if (cause instanceof org.eclipse.jetty.websocket.core.exception.BadPayloadException) {
      refuse(CloseCode.MALFORMED, "malformed", "a message that is no UTF-8");
    }
  }

  @Override
  public void onWebSocketClose(int code, String reason, Callback callback) {
    callback.succeed();
    stopTalking("its socket is closed");
    call.left(this, code, reason == null ? "" : reason);
  }

  /** Sends one message; a page that does not read is cut off. */
  void send(ObjectNode message) {
    Session open = session;
    if (open == null || closing) {
      return;
    }
    String text = MAPPER.writeValueAsString(message);
    if (backlog.addAndGet(text.length()) > LARGEST_BACKLOG) {
      refuse(CloseCode.POLICY, "slow", "the page does not read what is sent to it");
      return;
    }
    Runnable written = () -> backlog.addAndGet(-text.length());
    open.sendText(text, Callback.from(written, failure -> written.run()));
  }

  /** Ends the connection, politely at first. */
  void close(int code, String reason) {
    Session open = session;
    if (closing || open == null) {
      return;
    }
    closing = true;
    stopTalking(reason);
    open.close(code, reason, Callback.NOOP);
    context.schedule(open::disconnect, CLOSE_GRACE_MS, TimeUnit.MILLISECONDS);
  }

  static ObjectNode message(String type) {
    return JsonNodeFactory.instance.objectNode().put("v", InboundParser.VERSION).put("type", type);
  }

  private void handle(Inbound inbound, long nanos) throws ProtocolException {
    if (inbound instanceof Inbound.Observed observed) {
      observed(observed.message(), nanos);
      return;
    }
    if (!helloSeen) {
      throw ProtocolException.malformed("a first message that is no hello");
    }
    if (inbound instanceof Inbound.Pong pong) {
      PageMessage.ClockExchange exchange = clock.pong(pong, nanos);
      if (exchange != null) {
        call.received(this, exchange, nanos);
      }
    } else if (inbound instanceof Inbound.Signal signal) {
      call.relay(this, signal);
    } else if (inbound instanceof Inbound.Reply reply && !commands.answer(reply)) {
      throw ProtocolException.malformed("a reply to no open command");
    }
  }

  private void observed(PageMessage message, long nanos) throws ProtocolException {
    boolean hello = message instanceof PageMessage.Hello;
    if (hello == helloSeen) {
      throw ProtocolException.malformed(
          hello ? "a second hello" : "a first message that is no hello");
    }
    helloSeen = true;
    call.received(this, message, nanos);
    if (hello) {
      clock.ping();
      long interval = context.options().pingInterval().toMillis();
      pings = context.repeat(this::keepUp, interval, TimeUnit.MILLISECONDS);
    }
  }

  private void keepUp() {
    Session open = session;
    if (open != null && !closing) {
      open.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
      clock.ping();
    }
  }

  private void sendPing(long id) {
    send(message("ping").put("id", id));
  }

  private void refuse(int code, String kind, String what) {
    if (!closing) {
      call.refused(this, kind, what);
      close(code, what);
    }
  }

  private void stopTalking(String reason) {
    ScheduledFuture<?> running = pings;
    if (running != null) {
      running.cancel(false);
    }
    commands.failAll(seat.name() + "'s page is gone: " + reason);
  }
}
