package dev.parley.reports.html;

import dev.parley.reports.fixture.LogFixture;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Reading.Absence;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The events of a call as two real browsers make them, with what Firefox does not report left out.
 */
final class ShowcaseCall {
  static final List<String> SIDES = List.of("offerer", "answerer");
  private static final Track VIDEO_IN = new Track("video", "in", "1", 3735928559L, null);
  private static final Track VIDEO_OUT = new Track("video", "out", "1", 305419896L, null);
  private static final Track AUDIO_IN = new Track("audio", "in", "0", 2882343476L, null);
  private static final Track AUDIO_OUT = new Track("audio", "out", "0", 19088743L, null);

  private final LogFixture log;
  private final Random random;
  private final AttemptKey key;
  private final List<String> endpoints;
  private double callStart;

  ShowcaseCall(LogFixture log, Random random, AttemptKey key) {
    this.log = log;
    this.random = random;
    this.key = key;
    this.endpoints = key.cell().endpoints();
  }

  void begin() {
    log.after(3).add(new RunEvent.AttemptStart());
    log.after(820);
    for (int side = 0; side < 2; side++) {
      boolean chrome = endpoints.get(side).equals("chrome");
      log.after(90)
          .add(
              new RunEvent.ParticipantJoined(
                  SIDES.get(side),
                  SIDES.get(side),
                  endpoints.get(side),
                  chrome ? "Chromium" : "Firefox",
                  chrome ? "156.0.7204.49" : "153.1.0esr",
                  chrome
                      ? "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                          + " HeadlessChrome/156.0.0.0 Safari/537.36"
                      : "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
                  "Linux x86_64",
                  side == 0,
                  "page 640x360 at 30 fps"))
          .add(new RunEvent.ClockMapped(SIDES.get(side), log.now() - 231.4, 1.25, 0.21, 16));
    }
    callStart = log.after(60).now();
    log.add(new RunEvent.Step("call-start", null));
  }

  void connect() {
    for (String side : SIDES) {
      double late = side.equals("offerer") ? 0 : 38;
      state(
          side,
          "signaling-state",
          18 + late,
          side.equals("offerer") ? "have-local-offer" : "have-remote-offer");
      state(side, "ice-gathering", 21 + late, "gathering");
      state(side, "signaling-state", 74 + late / 2, "stable");
      state(side, "ice-connection", 77 + late / 2, "checking");
      state(side, "connection", 78 + late / 2, "connecting");
      state(side, "ice-gathering", 128 + late, "complete");
      state(side, "ice-connection", 141 + late / 2, "connected");
      state(side, "connection", 236 + late / 2, "connected");
      state(side, "first-packet", 262 + late, "audio");
      state(side, "first-packet", 281 + late, "video");
      state(side, "first-frame", 347 + late, "640x360");
      describe(side);
      transport(side);
    }
    log.after(1400).add(new RunEvent.Step("window-start", null));
  }

  void measure(int seconds, boolean broken) {
    double from = log.now();
    for (int number = 1; number <= seconds; number++) {
      log.after(1000);
      for (int side = 0; side < 2; side++) {
        if (number == 6 && side == 1) {
          continue;
        }
        sample(side, number, broken && side == 1 && number > 4);
      }
      log.in(null)
          .add(
              new RunEvent.HostHealth(
                  0.42 + random.nextDouble() / 5,
                  1.2 + number / 20.0,
                  0.03 * random.nextDouble(),
                  random.nextDouble() * 3))
          .in(key);
    }
    log.add(new RunEvent.SamplesLost("answerer", 1, "the page was busy for longer than a sample"));
    log.add(new RunEvent.Step("window-end", null));
    log.add(new RunEvent.Window(from, log.now()));
    figures(broken);
  }

  void check(
      String criterion,
      String side,
      String measured,
      String relation,
      String limit,
      String unit,
      RunEvent.Verdict verdict) {
    log.add(
        new RunEvent.Check(
            criterion,
            side,
            measured.isEmpty() ? null : measured,
            relation,
            limit,
            unit,
            verdict,
            verdict == RunEvent.Verdict.HELD ? null : "the same window of the sender: 301 frames"));
  }

  private void sample(int side, int number, boolean stalled) {
    String name = SIDES.get(side);
    boolean firefox = endpoints.get(side).equals("firefox");
    List<Reading> r = new ArrayList<>();
    r.add(
        Reading.of(
            MetricCatalogue.ROUND_TRIP_TIME,
            Track.CONNECTION,
            0.0008 + random.nextDouble() * 0.0012));
    value(
        r,
        MetricCatalogue.BITRATE_IN,
        VIDEO_IN,
        1_480_000 * ramp(number),
        stalled ? Absence.STALLED : null);
    value(r, MetricCatalogue.BITRATE_OUT, VIDEO_OUT, 1_510_000 * ramp(number), null);
    value(r, MetricCatalogue.BITRATE_IN, AUDIO_IN, 41_000 * noise(), null);
    value(r, MetricCatalogue.BITRATE_OUT, AUDIO_OUT, 42_000 * noise(), null);
    value(r, MetricCatalogue.PACKET_LOSS, VIDEO_IN, 0, stalled ? Absence.STALLED : null);
    value(r, MetricCatalogue.JITTER, VIDEO_IN, 0.003 * noise(), null);
    value(r, MetricCatalogue.JITTER, AUDIO_IN, 0.001 * noise(), null);
    value(
        r,
        MetricCatalogue.JITTER_BUFFER_DELAY,
        VIDEO_IN,
        0.031 * noise(),
        stalled ? Absence.UNDEFINED : null);
    value(r, MetricCatalogue.JITTER_BUFFER_DELAY, AUDIO_IN, 0.052 * noise(), null);
    value(r, MetricCatalogue.AUDIBLE_CONCEALMENT, AUDIO_IN, 0.001 * noise(), null);
    value(r, MetricCatalogue.AUDIO_LEVEL, AUDIO_IN, 0.21 * noise(), null);
    value(r, MetricCatalogue.FRAME_RATE_SOURCE, VIDEO_OUT, 30, null);
    value(r, MetricCatalogue.FRAME_RATE_OUT, VIDEO_OUT, 30 * noise(), null);
    value(
        r,
        MetricCatalogue.FRAME_RATE_IN,
        VIDEO_IN,
        29.8 * noise(),
        stalled ? Absence.STALLED : null);
    value(r, MetricCatalogue.RESOLUTION_IN, VIDEO_IN, number < 3 ? 320 * 180 : 640 * 360, null);
    value(r, MetricCatalogue.ENCODE_TIME, VIDEO_OUT, 0.0041 * noise(), null);
    value(
        r,
        MetricCatalogue.DECODE_TIME,
        VIDEO_IN,
        0.0017 * noise(),
        stalled ? Absence.UNDEFINED : null);
    value(r, MetricCatalogue.QP, VIDEO_OUT, 24 * noise(), null);
    value(r, MetricCatalogue.LIMITED_BY_CPU, VIDEO_OUT, 0, firefox ? Absence.NOT_REPORTED : null);
    value(
        r,
        MetricCatalogue.LIMITED_BY_BANDWIDTH,
        VIDEO_OUT,
        number < 3 ? 1 : 0,
        firefox ? Absence.NOT_REPORTED : null);
    log.add(new RunEvent.Sample(name, "pc1", number, page(7 * side), r));
    log.add(
        new RunEvent.PageHealth(
            name, page(7 * side), 0.5 + random.nextDouble() * 2, firefox ? 0.9 : 0.6));
  }

  private double ramp(int number) {
    return Math.min(1, 0.35 + number * 0.16) * noise();
  }

  private double noise() {
    return 0.96 + random.nextDouble() * 0.08;
  }

  private static void value(
      List<Reading> readings, Metric metric, Track track, double value, @Nullable Absence absence) {
    readings.add(
        absence == null
            ? Reading.of(metric, track, value)
            : Reading.absent(metric, track, absence));
  }

  private void figures(boolean broken) {
    for (int side = 0; side < 2; side++) {
      boolean firefox = endpoints.get(side).equals("firefox");
      boolean stalled = broken && side == 1;
      List<Reading> r = new ArrayList<>();
      value(r, MetricCatalogue.TIME_TO_CONNECTED, Track.CONNECTION, 0.236 + side * 0.019, null);
      value(r, MetricCatalogue.TIME_TO_FIRST_PACKET, Track.CONNECTION, 0.262 + side * 0.04, null);
      value(r, MetricCatalogue.TIME_TO_FIRST_FRAME, Track.CONNECTION, 0.347 + side * 0.04, null);
      value(r, MetricCatalogue.ROUND_TRIP_TIME, Track.CONNECTION, 0.0012, null);
      value(r, MetricCatalogue.BITRATE_IN, VIDEO_IN, stalled ? 212_000 : 1_443_000 * noise(), null);
      value(r, MetricCatalogue.BITRATE_OUT, VIDEO_OUT, 1_460_000 * noise(), null);
      value(r, MetricCatalogue.BITRATE_IN, AUDIO_IN, 41_230 * noise(), null);
      value(r, MetricCatalogue.PACKET_LOSS, VIDEO_IN, 0, stalled ? Absence.STALLED : null);
      value(r, MetricCatalogue.PACKET_LOSS, AUDIO_IN, 0.0004, null);
      value(r, MetricCatalogue.FRAME_RATE_IN, VIDEO_IN, stalled ? 2.4 : 29.9 * noise(), null);
      value(r, MetricCatalogue.FRAME_RATE_SOURCE, VIDEO_OUT, 30.02, null);
      value(r, MetricCatalogue.FREEZE_RATIO, VIDEO_IN, stalled ? 0.61 : 0, null);
      value(
          r,
          MetricCatalogue.HARMONIC_FRAME_RATE,
          VIDEO_IN,
          29.4,
          stalled ? Absence.UNDEFINED : null);
      value(r, MetricCatalogue.RESOLUTION_IN, VIDEO_IN, 640 * 360, null);
      value(r, MetricCatalogue.QP, VIDEO_OUT, 23.6, null);
      value(r, MetricCatalogue.LIMITED_BY_CPU, VIDEO_OUT, 0, firefox ? Absence.NOT_REPORTED : null);
      value(r, MetricCatalogue.AUDIO_MOS, AUDIO_IN, 4.38, firefox ? Absence.NOT_REPORTED : null);
      String name = SIDES.get(side);
      r.forEach(reading -> log.add(new RunEvent.Figure(name, reading)));
    }
  }

  private void state(String side, String name, double at, String detail) {
    log.add(new RunEvent.Mark(side, name, new PageTime(at + 400, callStart + at), detail));
  }

  private PageTime page(double plus) {
    return new PageTime(log.now() - callStart + 400 + plus, log.now() + plus);
  }

  private void transport(String side) {
    boolean first = side.equals("offerer");
    log.add(
        new RunEvent.Transport(
            side,
            "pc1",
            "host",
            first ? "prflx" : "host",
            "172.17.0.2:" + (first ? 50123 : 41877),
            "172.17.0.2:" + (first ? 41877 : 50123),
            "udp",
            null,
            first ? "controlling" : "controlled",
            first ? "server" : "client",
            "connected",
            "FEFC",
            first ? "AEAD_AES_128_GCM" : null));
  }

  private void describe(String side) {
    boolean first = side.equals("offerer");
    String sdp = sdp();
    log.add(
        new RunEvent.Description(
            side,
            "pc1",
            first ? "local" : "remote",
            "offer",
            sdp,
            new PageTime(0, callStart + 18)));
    log.add(
        new RunEvent.Description(
            side,
            "pc1",
            first ? "remote" : "local",
            "answer",
            sdp,
            new PageTime(0, callStart + 74)));
    log.add(
        new RunEvent.Candidate(
            side,
            "pc1",
            "local",
            "candidate:2764676115 1 udp 2122260223 172.17.0.2 50123 typ host generation 0 ufrag Ab3d network-id 1",
            new PageTime(0, callStart + 25)));
    log.add(
        new RunEvent.Candidate(
            side,
            "pc1",
            "remote",
            "candidate:0 1 UDP 2122252543 fe80::42:acff:fe11:2 41877 typ host",
            new PageTime(0, callStart + 80)));
    log.add(new RunEvent.Candidate(side, "pc1", "local", "", new PageTime(0, callStart + 130)));
  }

  private static String sdp() {
    return String.join(
        "\r\n",
        "v=0",
        "o=- 4611731400430051336 2 IN IP4 127.0.0.1",
        "s=-",
        "t=0 0",
        "a=group:BUNDLE 0 1",
        "a=extmap-allow-mixed",
        "a=msid-semantic: WMS stream",
        "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126",
        "c=IN IP4 0.0.0.0",
        "a=rtcp:9 IN IP4 0.0.0.0",
        "a=ice-ufrag:Ab3d",
        "a=ice-options:trickle",
        "a=fingerprint:sha-256 6B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08",
        "a=setup:actpass",
        "a=mid:0",
        "a=sendrecv",
        "a=rtcp-mux",
        "a=rtpmap:111 opus/48000/2",
        "a=fmtp:111 minptime=10;useinbandfec=1",
        "m=video 9 UDP/TLS/RTP/SAVPF 96 97 98 99",
        "c=IN IP4 0.0.0.0",
        "a=mid:1",
        "a=sendrecv",
        "a=rtcp-mux",
        "a=rtpmap:96 VP8/90000",
        "a=rtcp-fb:96 goog-remb",
        "a=rtcp-fb:96 nack pli",
        "");
  }
}
