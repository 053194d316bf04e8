package dev.parley.pages;

/**
 * Told what comes from the pages of one call; called from the server's threads, one at a time per
 * participant.
 */
public interface PageListener {

  /** A message came; {@code nanos} is {@link System#nanoTime()} at its arrival. */
  void received(String participant, PageMessage message, long nanos);

  /** A participant's socket closed, for whatever reason. */
  void closed(String participant, int code, String reason);

  /** The server refused something on this call's sockets: oversize, malformed, too many. */
  void refused(String participant, String what);
}
