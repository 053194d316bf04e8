package dev.parley.reports.html;

import dev.parley.reports.fixture.LogFixture;
import dev.parley.reports.html.ImpairedLink.Phase;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A call of twenty seconds whose pictures and sound suffer from the answerer's access link. */
final class ImpairedCall {
  static final int SECONDS = 20;
  static final Track VIDEO = new Track("video", "in", "1", 3735928559L, null);
  static final Track AUDIO = new Track("audio", "in", "0", 2882343476L, null);
  private static final double DEMAND = 1_600_000;

  private final LogFixture log;
  private final Random random;
  private final ShowcaseCall call;
  private final List<Phase> phases;

  ImpairedCall(LogFixture log, Random random, AttemptKey key, List<Phase> phases) {
    this.log = log.in(null).after(30).in(key);
    this.random = random;
    this.call = new ShowcaseCall(log, random, key);
    this.phases = phases;
  }

  /** Writes the call up to the end of its window; gives the link that it went over. */
  ImpairedLink write(String network) {
    call.begin();
    ImpairedLink link = new ImpairedLink(log, random, network, phases);
    link.begin();
    call.connect();
    link.startSchedule();
    double from = log.now();
    for (int number = 1; number <= SECONDS; number++) {
      log.after(1000);
      for (String side : ShowcaseCall.SIDES) {
        sample(side, number, link.at(number - 0.5));
      }
      link.sample(number, carried(link.at(number - 0.5)));
    }
    log.add(new RunEvent.Window(from, log.now()));
    ShowcaseCall.SIDES.forEach(this::figures);
    return link;
  }

  void check(String criterion, String measured, String limit, RunEvent.Verdict verdict) {
    call.check(criterion, "answerer", measured, "<=", limit, "points", verdict);
  }

  private static double carried(Phase phase) {
    if (phase.outage()) {
      return 0;
    }
    Double capacity = phase.bitsPerSecond();
    return capacity == null ? DEMAND : Math.min(DEMAND, capacity * 0.92);
  }

  private void sample(String side, int number, Phase phase) {
    double bits = carried(phase) * (1 - phase.loss()) * noise();
    double fps = phase.outage() ? 0 : 30 * Math.pow(1 - phase.loss(), 3) * noise();
    double rtt = 0.002 + phase.delayMs() / 500 + (phase.bitsPerSecond() == null ? 0 : 0.08);
    List<Reading> readings = new ArrayList<>();
    readings.add(of(MetricCatalogue.ROUND_TRIP_TIME, Track.CONNECTION, rtt * noise()));
    readings.add(of(MetricCatalogue.BITRATE_IN, VIDEO, bits));
    readings.add(of(MetricCatalogue.BITRATE_IN, AUDIO, phase.outage() ? 0 : 41_000 * noise()));
    if (phase.outage()) {
      readings.add(Reading.absent(MetricCatalogue.PACKET_LOSS, VIDEO, Reading.Absence.STALLED));
    } else {
      readings.add(of(MetricCatalogue.PACKET_LOSS, VIDEO, phase.loss() * noise()));
      readings.add(of(MetricCatalogue.PACKET_LOSS, AUDIO, phase.loss() * noise()));
      readings.add(of(MetricCatalogue.AUDIBLE_CONCEALMENT, AUDIO, phase.loss() * 0.4 * noise()));
    }
    readings.add(of(MetricCatalogue.FRAME_RATE_IN, VIDEO, fps));
    readings.add(of(MetricCatalogue.JITTER, VIDEO, 0.004 * noise()));
    PageTime time = new PageTime(log.now(), log.now() + 4);
    log.add(new RunEvent.Sample(side, "pc1", number, time, readings));
  }

  private void figures(String side) {
    double loss = phases.get(0).loss();
    boolean cut = phases.stream().anyMatch(Phase::outage);
    figure(side, MetricCatalogue.TIME_TO_CONNECTED, Track.CONNECTION, 0.41);
    figure(side, MetricCatalogue.BITRATE_IN, VIDEO, DEMAND * (cut ? 0.6 : 0.96));
    figure(side, MetricCatalogue.PACKET_LOSS, VIDEO, loss * noise());
    figure(side, MetricCatalogue.PACKET_LOSS, AUDIO, loss * noise());
    figure(side, MetricCatalogue.APPLIED_LOSS, VIDEO, loss);
    figure(side, MetricCatalogue.APPLIED_LOSS, AUDIO, loss);
    figure(side, MetricCatalogue.FREEZE_RATIO, VIDEO, loss * 0.6 + (cut ? 0.1 : 0));
    figure(side, MetricCatalogue.AUDIBLE_CONCEALMENT, AUDIO, loss * 0.4);
    figure(side, MetricCatalogue.HARMONIC_FRAME_RATE, VIDEO, 29.8 * (1 - 3 * loss));
    if (cut) {
      figure(side, MetricCatalogue.CAPACITY_UTILISATION, VIDEO, 0.87);
      figure(side, MetricCatalogue.CAPACITY_OVERSHOOT, VIDEO, 0.14);
      figure(side, MetricCatalogue.TIME_TO_RAMP_UP, VIDEO, 4.2);
      figure(side, MetricCatalogue.TIME_TO_BACK_OFF, VIDEO, 0.9);
      figure(side, MetricCatalogue.QUEUE_DELAY, Track.CONNECTION, 0.061);
    }
  }

  private void figure(String side, Metric metric, Track track, double value) {
    log.add(new RunEvent.Figure(side, of(metric, track, value)));
  }

  private static Reading of(Metric metric, Track track, double value) {
    return Reading.of(metric, track, value);
  }

  private double noise() {
    return 0.95 + random.nextDouble() * 0.1;
  }
}
