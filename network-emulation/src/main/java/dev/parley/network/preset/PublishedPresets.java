package dev.parley.network.preset;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import dev.parley.network.model.Units;
import java.time.Duration;
import java.util.List;

/**
 * The networks that other tools offer, with the figures that they publish.
 *
 * <p>A delay that is published without saying which counts as one-way, for each direction; one that
 * is published as a round trip is halved. Jitter is a normal distribution with the published value
 * as sigma, cut at three of them, without reordering. Loss is independent, before the bottleneck.
 * Where a queue is not published it holds 300 ms and drops the newest.
 */
final class PublishedPresets {
  private static final String LOADERO = "Loadero";
  private static final String TEST_RTC = "testRTC";
  private static final String DEV_TOOLS = "Chrome DevTools";
  private static final String WEB_PAGE_TEST = "WebPageTest";

  private PublishedPresets() {}

  static List<Preset> all() {
    return List.of(
        preset("4g", "4G", LOADERO, down("100M", 45, 5, 0.2), up("50M", 45, 15, 0.2)),
        preset("hspa", "3.5G, HSPA+", LOADERO, down("20M", 150, 10, 0.5), up("10M", 150, 10, 0.5)),
        both("3g", "3G", LOADERO, link("1.2M", 250, 50, 0.5)),
        preset("edge-2g", "2.5G", LOADERO, down("200k", 650, 100, 1), up("260k", 650, 100, 1)),
        preset("gprs", "GPRS", LOADERO, down("80k", 650, 100, 1), up("20k", 650, 100, 1)),
        preset("satellite", "satellite", LOADERO, down("1M", 600, 0, 0), up("256k", 600, 0, 0)),
        preset("asymmetric", "uneven", LOADERO, down("500k", 50, 10, 0), up("1M", 50, 10, 0)),
        both("dsl", "DSL", TEST_RTC, link("8M", 40, 0, 0.5)),
        both("wifi", "Wi-Fi", TEST_RTC, link("30M", 40, 0, 0.2)),
        both("wifi-lossy", "Wi-Fi with loss", TEST_RTC, link("30M", 40, 0, 5)),
        both("poor-3g", "poor 3G", TEST_RTC, link("400k", 350, 0, 5)),
        both("poor-4g", "poor 4G", TEST_RTC, link("4M", 350, 0, 5)),
        both("high-loss-4g", "4G with high loss", TEST_RTC, link("4M", 5, 0, 20)),
        both(
            "very-bad",
            "very bad network",
            "testRTC, Apple Network Link Conditioner",
            link("1M", 500, 0, 10)),
        both("call-drop", "on the brink of a dropped call", TEST_RTC, link("50k", 500, 0, 20)),
        trip("devtools-slow-4g", "slow 4G", DEV_TOOLS, "1.44M", "675k", 562.5),
        trip("devtools-fast-4g", "fast 4G", DEV_TOOLS, "8.1M", "1.35M", 165),
        trip("wpt-cable", "cable", WEB_PAGE_TEST, "5M", "1M", 28),
        trip("wpt-3g", "3G", WEB_PAGE_TEST, "1.6M", "768k", 300));
  }

  private static Preset both(String name, String what, String source, LinkProfile link) {
    return preset(name, what, source, link, link);
  }

  /** With a delay that is published as a round trip, in milliseconds. */
  private static Preset trip(
      String name, String what, String source, String down, String up, double roundTrip) {
    return preset(name, what, source, down(down, roundTrip / 2, 0, 0), up(up, roundTrip / 2, 0, 0));
  }

  private static Preset preset(
      String name, String what, String source, LinkProfile down, LinkProfile up) {
    return new Preset(
        new NetworkProfile(name, what + " (" + source + ")", up, down, Schedule.NONE), source);
  }

  private static LinkProfile down(String rate, double delayMs, int sigmaMs, double lossPercent) {
    return link(rate, delayMs, sigmaMs, lossPercent);
  }

  private static LinkProfile up(String rate, double delayMs, int sigmaMs, double lossPercent) {
    return link(rate, delayMs, sigmaMs, lossPercent);
  }

  private static LinkProfile link(String rate, double delayMs, int sigmaMs, double lossPercent) {
    return LinkProfile.IDEAL
        .withCapacity(Capacity.constant(Units.bitsPerSecond(rate)))
        .withDelay(Duration.ofNanos(Math.round(delayMs * 1e6)))
        .withJitter(
            sigmaMs == 0 ? Jitter.NONE : Jitter.TruncatedNormal.of(Duration.ofMillis(sigmaMs)))
        .withLoss(lossPercent == 0 ? Loss.NONE : new Loss.Independent(lossPercent / 100));
  }
}
