package dev.parley.harness.stats;

import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maps a page's clock to the run's by repeated exchanges.
 *
 * <p>The lowest round trips are kept, for queueing only ever adds to them; through their midpoints
 * offset and drift are fitted by least squares. Both clocks are taken to run at constant rates. Not
 * thread-safe.
 */
public final class ClockMap {
  private final double resolutionMs;
  private final List<Exchange> exchanges = new ArrayList<>();

  /**
   * A map without exchanges.
   *
   * @param resolutionMs how coarse the page's clock is in ms; 0.1 in Chromium and 1 in Firefox
   *     without cross-origin isolation, 0.005 and 0.02 with it
   */
  public ClockMap(double resolutionMs) {
    this.resolutionMs = resolutionMs;
  }

  /**
   * Adds one exchange; one whose answer came before its question is refused.
   *
   * @param sentNanos the run's clock when the question left
   * @param pageMs the page's clock when it answered
   * @param receivedNanos the run's clock when the answer came
   */
  public void add(long sentNanos, double pageMs, long receivedNanos) {
    exchanges.add(new Exchange(sentNanos / 1e6, pageMs, receivedNanos / 1e6));
  }

  /** The mapping that the exchanges so far allow; empty without any. */
  public Optional<Mapping> mapping() {
    return exchanges.isEmpty()
        ? Optional.empty()
        : Optional.of(ClockFit.of(exchanges, resolutionMs));
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
