package dev.parley.pages;

import java.net.URI;
import java.util.List;

/** Serves the pages and relays signaling between the participants of a call. */
public final class PageServer implements AutoCloseable {

  private PageServer() {}

  /** Binds and starts a server; its token is fresh. */
  public static PageServer start(PageServerOptions options) {
    throw new UnsupportedOperationException("not built");
  }

  /**
   * The address of the served pages, with the token as its path: {@code
   * http://127.0.0.1:1234/TOKEN/}.
   */
  public URI uri() {
    throw new UnsupportedOperationException("not built");
  }

  /**
   * Opens a call: from now on its participants' pages may connect.
   *
   * @param callId unique within this server
   * @param participants names; each connects once
   */
  public PageCall openCall(String callId, List<String> participants, PageListener listener) {
    throw new UnsupportedOperationException("not built");
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("not built");
  }
}
