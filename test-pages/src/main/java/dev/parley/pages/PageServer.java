package dev.parley.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Serves the pages and relays signaling between the participants of a call. */
public final class PageServer implements AutoCloseable {
  /** The id of the call that {@code serve.html} joins. */
  static final String LOBBY = "lobby";

  private static final int THREADS = 32;
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);
  private final Server server;
  private final ServerContext context;
  private final AccessToken token;
  private final PageFiles files;
  private final Map<String, PageCall> calls;

  private PageServer(
      Server server,
      ServerContext context,
      AccessToken token,
      PageFiles files,
      Map<String, PageCall> calls) {
    this.server = server;
    this.context = context;
    this.token = token;
    this.files = files;
    this.calls = calls;
  }

  /**
   * Binds and starts a server; its token is fresh.
   *
   * @throws UncheckedIOException where the address or port cannot be bound
   */
  public static PageServer start(PageServerOptions options) {
    return start(
        options, () -> SelfSignedCertificate.keyStore(OwnAddress.names(options.address())));
  }

  static PageServer start(PageServerOptions options, Supplier<KeyStore> certificate) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("parley-pages");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = Connectors.add(server, options, certificate, IDLE_TIMEOUT);
    ScheduledExecutorService scheduler =
        Executors.newSingleThreadScheduledExecutor(PageServer::daemon);
    try {
      connector.open();
      AccessToken token = AccessToken.fresh();
      OwnAddress own = new OwnAddress(options.address(), connector.getLocalPort(), options.https());
      ServerContext context =
          new ServerContext(options, own.base(token), new Refusals(token), threads, scheduler);
      PageFiles files = new PageFiles();
      server.setErrorHandler(new SilentErrors(context.refusals()));
      Map<String, PageCall> calls = new ConcurrentHashMap<>();
      server.setHandler(new FrontDoor(token, own, files, calls, context, sockets(server, options)));
      server.start();
      return new PageServer(server, context, token, files, calls);
    } catch (Exception e) {
      scheduler.shutdownNow();
      connector.close();
      throw failure(options, e);
    }
  }

  /**
   * The address of the served pages, with the token as its path: {@code
   * http://127.0.0.1:1234/TOKEN/}.
   */
  public URI uri() {
    return context.base();
  }

  /** The secret in that path, to be kept out of whatever others may read. */
  public String token() {
    return token.text();
  }

  /**
   * Opens a call: from now on its participants' pages may connect.
   *
   * @param callId unique within this server
   * @param participants names; each connects once
   */
  public PageCall openCall(String callId, List<String> participants, PageListener listener) {
    return open(callId, participants, false, listener);
  }

  /**
   * Opens the lobby, which the page at {@link #uri()} joins: two seats, {@code offerer} and {@code
   * answerer}, taken by whoever comes first and free again when they leave.
   */
  public PageCall openLobby(PageListener listener) {
    return open(LOBBY, List.of("offerer", "answerer"), true, listener);
  }

  /**
   * Serves a class-path folder of ES modules below {@code x/NAME/}, for the command {@code
   * load-module}.
   *
   * @param name letters, digits, {@code _}, {@code -} and {@code .}; unique within this server
   */
  public void addModules(String name, ClassLoader loader, String folder) {
    files.add(name, loader, folder);
  }

  /** The latest things that the server refused, oldest first; at most 1000. */
  public List<Refusal> refusals() {
    return context.refusals().all();
  }

  /** Ends every call and stops the server; nothing is left running. */
  @Override
  public void close() {
    List.copyOf(calls.values()).forEach(PageCall::close);
    context.scheduler().shutdownNow();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The page server did not stop: " + e.getMessage(), e);
    }
  }

  private PageCall open(
      String id, List<String> participants, boolean lobby, PageListener listener) {
    PageCall call =
        new PageCall(id, participants, lobby, listener, context, () -> calls.remove(id));
    if (calls.putIfAbsent(id, call) != null) {
      throw new IllegalArgumentException("A call named '" + id + "' is open already");
    }
    return call;
  }

  private static ServerWebSocketContainer sockets(Server server, PageServerOptions options) {
    ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
    Duration threePings = options.pingInterval().multipliedBy(3);
    sockets.setIdleTimeout(threePings.compareTo(IDLE_TIMEOUT) > 0 ? threePings : IDLE_TIMEOUT);
    sockets.setMaxTextMessageSize(options.maxMessageBytes());
    sockets.setMaxBinaryMessageSize(options.maxMessageBytes());
    sockets.setMaxFrameSize(options.maxMessageBytes());
    return sockets;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "parley-pages-clock");
    thread.setDaemon(true);
    return thread;
  }

  private static RuntimeException failure(PageServerOptions options, Exception cause) {
    String where = options.address().getHostAddress() + ":" + options.port();
    return cause instanceof IOException io
        ? new UncheckedIOException(
            "The page server cannot listen on " + where + ": " + cause.getMessage(), io)
        : new IllegalStateException(
            "The page server on " + where + " did not start: " + cause.getMessage(), cause);
  }
}
