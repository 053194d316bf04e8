package dev.parley.harness.stats;

import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.RunEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Maps a page's clock to the run's by repeated exchanges.
 *
 * <p>Queueing only ever adds to a round trip: offset and drift are fitted by least squares through
 * the midpoints of the quickest exchanges alone. Both clocks are taken to run at constant rates.
 * Not thread-safe.
 */
public final class ClockMap {
  /** More are not kept: the slowest goes. */
  private static final int MAX_EXCHANGES = 256;

  private final double resolutionMs;
  private final List<Exchange> exchanges = new ArrayList<>();
  private int taken;

  /**
   * A map without exchanges.
   *
   * @param resolutionMs how coarse the page's clock is in ms: without cross-origin isolation 0.1 in
   *     Chromium and 1 in Firefox, with it 0.005 and 0.02
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public ClockMap(double resolutionMs) {
    if (!(resolutionMs >= 0 && Double.isFinite(resolutionMs))) {
      throw new IllegalArgumentException(
          "found a clock resolution of " + resolutionMs + " ms, expected 0 or more");
    }
    this.resolutionMs = resolutionMs;
  }

  /**
   * Adds one exchange; a page time that is no finite number is left out, for a page may say
   * anything.
   *
   * @param sentNanos the run's clock when the question left
   * @param pageMs the page's clock when it answered
   * @param receivedNanos the run's clock when the answer came
   * @throws IllegalArgumentException if the answer came before the question
   */
  public void add(long sentNanos, double pageMs, long receivedNanos) {
    if (receivedNanos < sentNanos) {
      throw new IllegalArgumentException(
          "found an answer " + (sentNanos - receivedNanos) + " ns before its question");
    }
    if (!Double.isFinite(pageMs)) {
      return;
    }
    taken++;
    exchanges.add(new Exchange(sentNanos / 1e6, pageMs, receivedNanos / 1e6));
    if (exchanges.size() > MAX_EXCHANGES) {
      exchanges.remove(
          exchanges.stream().max(Comparator.comparingDouble(Exchange::roundTripMs)).orElseThrow());
    }
  }

  /** The mapping that the exchanges so far allow; empty without any. */
  public Optional<Mapping> mapping() {
    if (exchanges.isEmpty()) {
      return Optional.empty();
    }
    Mapping fit = ClockFit.of(exchanges, resolutionMs);
    return Optional.of(new Mapping(fit.offsetMs(), fit.driftPpm(), fit.errorMs(), taken));
  }

  /** One exchange in ms. */
  record Exchange(double sentMs, double pageMs, double receivedMs) {
    double roundTripMs() {
      return receivedMs - sentMs;
    }

    double middleMs() {
      return (sentMs + receivedMs) / 2;
    }
  }

  /**
   * How a page's clock maps to the run's: {@code runMs = offsetMs + pageMs × (1 + driftPpm / 1e6)}.
   *
   * @param errorMs how far off a mapped time can be, within the span of the exchanges
   * @param exchanges how many exchanges it stands on
   */
  public record Mapping(double offsetMs, double driftPpm, double errorMs, int exchanges) {

    /** A page's time on the run's clock, in ms. */
    public double toRunMs(double pageMs) {
      return offsetMs + pageMs * rate();
    }

    /** A run's time on the page's clock, in ms. */
    public double toPageMs(double runMs) {
      return (runMs - offsetMs) / rate();
    }

    /** A page's time on both clocks. */
    public PageTime at(double pageMs) {
      return new PageTime(pageMs, toRunMs(pageMs));
    }

    /** This mapping as an event of the run's log. */
    public RunEvent.ClockMapped event(String participant) {
      return new RunEvent.ClockMapped(participant, offsetMs, driftPpm, errorMs, exchanges);
    }

    private double rate() {
      return 1 + driftPpm / 1e6;
    }
  }
}
