package dev.parley.pages;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message that came from a participant's page. */
public sealed interface PageMessage {

  /** The page is loaded and its socket open; always the first message. */
  record Hello(
      String userAgent,
      String platform,
      double timeOrigin,
      double pageMs,
      boolean crossOriginIsolated,
      String visibility)
      implements PageMessage {}

  /**
   * One exchange of clocks: the server's monotonic clock before and after, the page's in between.
   *
   * @param sentNanos {@link System#nanoTime()} when the ping was sent
   * @param pageMs the page's {@code performance.now()} when it answered
   * @param receivedNanos {@link System#nanoTime()} when the answer came
   */
  record ClockExchange(long sentNanos, double pageMs, long receivedNanos) implements PageMessage {}

  /**
   * Something that the probe or the page saw.
   *
   * @param pc the peer connection's id within the page; absent for the page itself
   * @param name as listed in the protocol's documentation
   */
  record Event(double pageMs, @Nullable String pc, String name, JsonNode data)
      implements PageMessage {}

  /**
   * One raw getStats report.
   *
   * @param number counts the samples due for this peer connection from 1; a gap is a lost sample
   * @param report the array of stats objects, exactly as the browser gave them
   * @param costMs main-thread time that taking the sample cost the page
   * @param timerLateMs how late the sampling timer fired
   */
  record Stats(
      double pageMs, String pc, long number, JsonNode report, double costMs, double timerLateMs)
      implements PageMessage {}

  /** A line written to the page's console, or an uncaught error. */
  record Console(double pageMs, String level, String text) implements PageMessage {}
}
