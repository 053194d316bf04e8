package dev.parley.harness.stats;

import dev.parley.harness.stats.ClockMap.Exchange;
import dev.parley.harness.stats.ClockMap.Mapping;
import java.util.Comparator;
import java.util.List;

/**
 * Fits a page's clock to the run's and bounds the error.
 *
 * <p>Each exchange says for certain that the page answered between question and answer, so that at
 * its time the fitted line is no farther off than the farther of the two. Line and truth are both
 * straight: bounds at two times bound all others.
 */
final class ClockFit {
  /** A drift is fitted from here on; over less, noise would look like drift. */
  private static final double MIN_SPAN_MS = 10_000;

  private static final int MIN_EXCHANGES = 5;

  private final List<Exchange> exchanges;
  private final Exchange best;
  private final double resolutionMs;

  private ClockFit(List<Exchange> exchanges, double resolutionMs) {
    this.exchanges = exchanges;
    this.resolutionMs = resolutionMs;
    this.best =
        exchanges.stream().min(Comparator.comparingDouble(Exchange::roundTripMs)).orElseThrow();
  }

  static Mapping of(List<Exchange> exchanges, double resolutionMs) {
    ClockFit fit = new ClockFit(exchanges, resolutionMs);
    Mapping level = fit.mapping(fit.best.middleMs() - fit.best.pageMs(), 0);
    List<Exchange> quick = fit.quick();
    if (quick.size() < MIN_EXCHANGES || span(quick) < MIN_SPAN_MS) {
      return level;
    }
    Mapping sloped = fit.leastSquares(quick);
    return sloped.errorMs() < level.errorMs() ? sloped : level;
  }

  /** The exchanges that met little queueing. */
  private List<Exchange> quick() {
    double limit = 1.5 * best.roundTripMs() + 0.1;
    return exchanges.stream().filter(exchange -> exchange.roundTripMs() <= limit).toList();
  }

  private Mapping leastSquares(List<Exchange> quick) {
    double page = quick.stream().mapToDouble(Exchange::pageMs).average().orElseThrow();
    double ahead = quick.stream().mapToDouble(ClockFit::aheadMs).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (Exchange exchange : quick) {
      double distance = exchange.pageMs() - page;
      products += distance * (aheadMs(exchange) - ahead);
      squares += distance * distance;
    }
    double drift = products / squares;
    return mapping(ahead - drift * page, drift);
  }

  private Mapping mapping(double offsetMs, double drift) {
    return new Mapping(offsetMs, drift * 1e6, errorMs(offsetMs, drift), exchanges.size());
  }

  /** How far off the line can be anywhere in the exchanges' span. */
  private double errorMs(double offsetMs, double drift) {
    double from = exchanges.stream().mapToDouble(Exchange::pageMs).min().orElseThrow();
    double to = exchanges.stream().mapToDouble(Exchange::pageMs).max().orElseThrow();
    double least = Double.POSITIVE_INFINITY;
    for (Exchange early : exchanges) {
      double atEarly = errorAt(early, offsetMs, drift);
      if (from == to) {
        least = Math.min(least, atEarly);
      }
      for (Exchange late : exchanges) {
        double apart = late.pageMs() - early.pageMs();
        if (apart > 0) {
          double atLate = errorAt(late, offsetMs, drift);
          double slope = (atEarly + atLate) / apart;
          double atFrom = atEarly + slope * (early.pageMs() - from);
          double atTo = atLate + slope * (to - late.pageMs());
          least = Math.min(least, Math.max(atFrom, atTo));
        }
      }
    }
    return least;
  }

  /**
   * How far off the line can be at one exchange; the page's clock shows up to a tick too little.
   */
  private double errorAt(Exchange exchange, double offsetMs, double drift) {
    double mapped = offsetMs + exchange.pageMs() * (1 + drift);
    return Math.max(mapped - exchange.sentMs() + resolutionMs, exchange.receivedMs() - mapped);
  }

  private static double aheadMs(Exchange exchange) {
    return exchange.middleMs() - exchange.pageMs();
  }

  private static double span(List<Exchange> exchanges) {
    return exchanges.stream().mapToDouble(Exchange::pageMs).max().orElse(0)
        - exchanges.stream().mapToDouble(Exchange::pageMs).min().orElse(0);
  }
}
