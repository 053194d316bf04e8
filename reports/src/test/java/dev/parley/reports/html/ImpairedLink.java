package dev.parley.reports.html;

import dev.parley.reports.fixture.LogFixture;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.Spread;
import dev.parley.reports.model.Track;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What an emulator writes of a call's links: the offerer's is ideal, the answerer's is not. */
final class ImpairedLink {
  private static final int PACKET = 1100;
  private static final Map<String, Long> NOTHING = Map.of();

  /**
   * What holds from a moment on.
   *
   * @param at seconds after the schedule's start
   */
  record Phase(
      double at,
      @Nullable Double bitsPerSecond,
      double delayMs,
      double loss,
      boolean outage,
      String why) {}

  private final LogFixture log;
  private final Random random;
  private final String network;
  private final List<Phase> phases;
  private double zeroMs;

  ImpairedLink(LogFixture log, Random random, String network, List<Phase> phases) {
    this.log = log;
    this.random = random;
    this.network = network;
    this.phases = phases;
  }

  Phase at(double seconds) {
    return phases.stream()
        .filter(phase -> phase.at() <= seconds)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  void begin() {
    log.add(new RunEvent.Network("offerer", "ideal", "a perfect link", "relay", 7_301, List.of()));
    log.add(
        new RunEvent.Network(
            "answerer", network, "loss both ways, capacity in steps", "relay", 7_302, List.of()));
    for (String direction : List.of("up", "down")) {
      state("offerer", direction, new Phase(0, null, 0, 0, false, "start"), log.now());
      state("answerer", direction, phases.get(0), log.now());
    }
  }

  /** The schedule counts from here. */
  void startSchedule() {
    zeroMs = log.now();
    for (Phase phase : phases.subList(1, phases.size())) {
      for (String direction : List.of("up", "down")) {
        state("answerer", direction, phase, zeroMs + phase.at() * 1000);
      }
    }
  }

  void sample(int number, double bits) {
    Phase phase = at(number - 0.5);
    long packets = Math.round(bits / 8 / PACKET);
    long offered = phase.outage() ? 12 : packets;
    long lost = phase.outage() ? 12 : Math.round(packets * phase.loss());
    for (String direction : List.of("up", "down")) {
      sample("offerer", direction, number, null, packets, NOTHING, packets);
      Map<String, Long> dropped =
          lost == 0 ? NOTHING : Map.of(phase.outage() ? "outage" : "loss", lost);
      sample(
          "answerer",
          direction,
          number,
          phase.bitsPerSecond(),
          offered,
          dropped,
          phase.outage() ? 0 : packets - lost);
    }
  }

  void summarise(@Nullable Long kernelDrops, boolean late) {
    Spread none = new Spread(0, 0, 0, 0);
    Spread onTime = new Spread(0.06, 0.21, 0.9, 4.1);
    Spread lateness = late ? new Spread(0.4, 6.3, 18, 71) : onTime;
    Phase first = phases.get(0);
    boolean steps = phases.size() > 1;
    for (String direction : List.of("up", "down")) {
      summary("offerer", direction, 3512, NOTHING, 0.0, 0.0, none, onTime, kernelDrops);
      long lost = Math.round(3400 * first.loss()) + (direction.equals("up") ? 4 : -3);
      summary(
          "answerer",
          direction,
          3400,
          steps ? Map.of("loss", lost, "outage", 12L, "queue", 41L) : Map.of("loss", lost),
          steps ? null : (Double) first.loss(),
          lost / 3400.0,
          steps ? new Spread(31, 188, 291, 300) : none,
          lateness,
          kernelDrops);
    }
    log.add(new RunEvent.NetworkProof("passed", Map.of("no-integrity", 3L, "garbage", 1L), null));
  }

  void compare(String receiver, Track track, @Nullable Long seen, long applied, long expected) {
    Boolean agrees = seen == null ? null : (Boolean) (Math.abs(seen - applied) <= expected / 200);
    Long seenExpected = seen == null ? null : (Long) expected;
    log.add(
        new RunEvent.LossCompared(receiver, track, seen, seenExpected, applied, expected, agrees));
  }

  private void state(String participant, String direction, Phase phase, double atMs) {
    log.add(
        new RunEvent.NetworkState(
            participant,
            direction,
            atMs,
            phase.bitsPerSecond(),
            phase.delayMs(),
            phase.delayMs() == 0 ? null : "normal 5 ms",
            phase.loss(),
            phase.loss() == 0 ? null : "independent",
            "drop-tail 300 ms",
            phase.outage(),
            phase.why()));
  }

  private void sample(
      String participant,
      String direction,
      int number,
      @Nullable Double capacity,
      long offered,
      Map<String, Long> dropped,
      long delivered) {
    boolean waits = capacity != null && delivered > 0;
    log.add(
        new RunEvent.NetworkSample(
            participant,
            direction,
            zeroMs + (number - 1) * 1000,
            zeroMs + number * 1000,
            capacity,
            offered,
            offered * PACKET,
            delivered,
            delivered * PACKET,
            dropped,
            waits ? (Double) (20 + random.nextDouble() * 160) : delivered > 0 ? 0.0 : null,
            delivered > 0 ? (Double) (0.1 + random.nextDouble() * 0.3) : null));
  }

  private void summary(
      String participant,
      String direction,
      long offered,
      Map<String, Long> dropped,
      @Nullable Double askedLoss,
      double achievedLoss,
      Spread queue,
      Spread lateness,
      @Nullable Long kernelDrops) {
    long delivered = offered - dropped.values().stream().mapToLong(Long::longValue).sum();
    double delay = participant.equals("offerer") ? 0 : phases.get(0).delayMs();
    log.add(
        new RunEvent.NetworkSummary(
            participant,
            direction,
            offered,
            offered * PACKET,
            delivered,
            delivered * PACKET,
            dropped,
            0,
            0,
            askedLoss,
            achievedLoss,
            delay,
            new Spread(delay + queue.p50(), delay + 7 + queue.p95(), delay + 311, delay + 315),
            queue,
            lateness,
            lateness.p95() > 2 ? 0.024 : 0.0003,
            kernelDrops));
  }
}
