package dev.parley.reports.html;

import dev.parley.reports.fixture.LogFixture;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.Verdict;
import dev.parley.reports.model.Track;
import dev.parley.reports.render.ReportRenderer;
import dev.parley.reports.view.ReportOptions;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** A whole run that looks like a real one, for tests and for looking at the report. */
final class ShowcaseRun {
  private static final List<String> BROWSERS = List.of("chrome", "firefox");
  private static final Map<String, String> SCENARIOS = scenarios();

  private final Path runDir;
  private final Random random = new Random(7);

  private ShowcaseRun(Path runDir) {
    this.runDir = runDir;
  }

  /** Writes a showcase run and its report into the folder that is named. */
  public static void main(String[] args) throws IOException {
    Path runDir = Path.of(args[0]);
    write(runDir);
    new ReportRenderer(List.of(new HtmlOutput())).render(runDir, ReportOptions.DEFAULT);
  }

  static void write(Path runDir) throws IOException {
    new ShowcaseRun(runDir).write();
  }

  private void write() throws IOException {
    try (LogFixture log = new LogFixture(runDir)) {
      List<PlannedCell> cells = new ArrayList<>();
      SCENARIOS.forEach(
          (scenario, title) ->
              BROWSERS.forEach(
                  offerer ->
                      BROWSERS.forEach(
                          answerer ->
                              cells.add(
                                  SyntheticRun.planned(
                                      CellId.parse(scenario + "/" + offerer + "~" + answerer),
                                      title,
                                      1)))));
      List<PlannedCell> all = new ArrayList<>(cells);
      all.addAll(ShowcaseNetworks.planned());
      log.add(start(all));
      log.add(endpoint("chrome", "chrome", "156.0.7204.49", "/usr/bin/chromium"));
      log.add(endpoint("firefox", "firefox", "153.1.0esr", "/usr/bin/firefox-esr"));
      for (PlannedCell cell : cells) {
        run(log, cell.id());
      }
      new ShowcaseNetworks(log, random).write();
      log.in(null).after(100).add(new RunEvent.RunEnd(1, Map.of(), log.now() / 1000));
    }
  }

  private void run(LogFixture log, CellId id) throws IOException {
    String pair = id.scenario() + " " + String.join(" ", id.endpoints());
    switch (pair) {
      case "audio-video firefox chrome" -> failed(log, new AttemptKey(id, 1, 1));
      case "ice-restart firefox firefox" -> errored(log, new AttemptKey(id, 1, 1));
      case "ice-restart chrome firefox" -> flaky(log, id);
      case "data firefox firefox" -> {
        log.in(new AttemptKey(id, 1, 1)).after(3);
        end(log, Outcome.UNSUPPORTED, "firefox says that it cannot send a Blob", 0, false);
      }
      case "hang-up firefox firefox" -> {
        passedChecks(log, new AttemptKey(id, 1, 1));
        end(
            log,
            Outcome.INCONCLUSIVE,
            "the machine was starved: CPU 99 %, timers 140 ms late",
            1,
            true);
      }
      default -> {
        passedChecks(log, new AttemptKey(id, 1, 1));
        end(log, Outcome.PASSED, "4 checks held", 1, true);
      }
    }
  }

  private ShowcaseCall call(LogFixture log, AttemptKey key) {
    ShowcaseCall call = new ShowcaseCall(log.in(null).after(30).in(key), random, key);
    call.begin();
    return call;
  }

  private void passedChecks(LogFixture log, AttemptKey key) {
    ShowcaseCall call = call(log, key);
    call.connect();
    call.measure(10, false);
    checks(call, false);
    String scenario = key.cell().scenario();
    if (scenario.equals("data")) {
      figure(
          log,
          Reading.of(
              MetricCatalogue.MESSAGE_ROUND_TRIP,
              new Track("data", "both", null, null, null),
              0.0021));
    } else if (scenario.equals("ice-restart")) {
      log.add(new RunEvent.Step("restart-ice", "by the offerer"));
      figure(log, Reading.of(MetricCatalogue.TIME_TO_RECOVER, Track.CONNECTION, 0.412));
    } else if (scenario.equals("hang-up")) {
      figure(log, Reading.of(MetricCatalogue.TIME_TO_NOTICE_CLOSE, Track.CONNECTION, 0.034));
    }
  }

  private static void figure(LogFixture log, Reading reading) {
    ShowcaseCall.SIDES.forEach(side -> log.add(new RunEvent.Figure(side, reading)));
  }

  private void checks(ShowcaseCall call, boolean broken) {
    call.check("connected", "offerer", "0.236", "<=", "10", "s", Verdict.HELD);
    call.check("connected", "answerer", "0.255", "<=", "10", "s", Verdict.HELD);
    call.check(
        "frames decoded, share of the source's",
        "offerer",
        "0.998",
        ">=",
        "0.8",
        "ratio",
        Verdict.HELD);
    call.check(
        "frames decoded, share of the source's",
        "answerer",
        broken ? "0.081" : "0.996",
        ">=",
        "0.8",
        "ratio",
        broken ? Verdict.BROKEN : Verdict.HELD);
    call.check(
        "growth of audio energy",
        "answerer",
        broken ? "" : "0.42",
        ">",
        "0",
        "1",
        broken ? Verdict.INCONCLUSIVE : Verdict.HELD);
  }

  private void failed(LogFixture log, AttemptKey key) {
    ShowcaseCall call = call(log, key);
    call.connect();
    call.measure(10, true);
    checks(call, true);
    log.add(
        new RunEvent.Note(
            "answerer", "no audio output on this machine: the fake microphone is used"));
    log.add(
        new RunEvent.LogLine(
            "answerer", "console", "warning", "video decoder: key frame requested 14 times", null));
    log.add(
        new RunEvent.LogLine(
            "answerer",
            "console",
            "error",
            "Uncaught (in promise) OperationError: failed to set remote answer",
            null));
    log.add(
        new RunEvent.LogLine(
            "offerer", "driver", "info", "geckodriver 0.36.0: session created", null));
    end(
        log,
        Outcome.FAILED,
        "frames decoded by the answerer: 0.081 of the source's, expected at least 0.8",
        1,
        true);
  }

  private void errored(LogFixture log, AttemptKey key) throws IOException {
    ShowcaseCall call = call(log, key);
    call.connect();
    log.after(3200)
        .add(
            new RunEvent.Fault(
                "browser-crashed",
                "answerer",
                "firefox ended with signal 9 in the middle of the call"));
    Path file = runDir.resolve("artefacts/ice restart/answerer #1.png");
    Files.createDirectories(file.getParent());
    ImageIO.write(picture(), "png", file.toFile());
    log.add(
        new RunEvent.Artefact(
            "answerer", "screenshot", "artefacts/ice restart/answerer #1.png", "image/png"));
    log.add(new RunEvent.Artefact("answerer", "driver log", "../../etc/passwd", "text/plain"));
    end(log, Outcome.ERRORED, "firefox ended with signal 9 in the middle of the call", 1, true);
  }

  private void flaky(LogFixture log, CellId id) {
    ShowcaseCall first = call(log, new AttemptKey(id, 1, 1));
    first.connect();
    log.add(new RunEvent.Mark("offerer", "connection", new PageTime(0, log.now() + 600), "failed"));
    first.check("media after the restart", "offerer", "0", ">", "0", "frames", Verdict.BROKEN);
    log.after(900)
        .add(new RunEvent.AttemptEnd(Outcome.FAILED, "no media after the restart", 6.1, null));
    passedChecks(log, new AttemptKey(id, 1, 2));
    log.add(new RunEvent.AttemptEnd(Outcome.PASSED, "5 checks held", 13.1, null));
    log.add(
        new RunEvent.CellEnd(
            Outcome.FLAKY,
            "attempt 2 passed after attempt 1 had failed: no media after the restart",
            2,
            null));
  }

  private static void end(
      LogFixture log, Outcome outcome, String reason, int attempts, boolean began) {
    log.after(220);
    if (began) {
      log.add(new RunEvent.AttemptEnd(outcome, reason, 13.2, null));
    }
    log.add(new RunEvent.CellEnd(outcome, reason, attempts, null));
  }

  private static BufferedImage picture() {
    BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(40, 60, 120));
    graphics.fillRect(0, 0, 640, 360);
    graphics.setColor(Color.ORANGE);
    graphics.fillOval(240, 100, 160, 160);
    graphics.dispose();
    return image;
  }

  private static RunEvent endpoint(String alias, String family, String version, String binary) {
    return new RunEvent.EndpointFound(
        alias, family, version, binary, "/usr/bin/" + family + "driver", version);
  }

  private static RunEvent start(List<PlannedCell> cells) {
    return new RunEvent.RunStart(
        RunEvent.SCHEMA,
        "20261122-163001-k3x9",
        "0.1.0",
        8_311_204_977L,
        List.of("parley", "run", "--duration", "10s"),
        new RunEvent.HostInfo(
            "Linux",
            "6.1.0-28-cloud-amd64",
            "amd64",
            "AMD EPYC 7B13",
            2,
            8_335_000_000L,
            "17.0.15+6 (Eclipse Adoptium)"),
        Map.of("duration", "10 s", "sample-interval", "1 s", "headed", "false"),
        Plan.of(cells));
  }

  private static Map<String, String> scenarios() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("audio-video", "Audio and video both ways");
    titles.put("data[messages]", "Messages come back as they were sent");
    titles.put("ice-restart", "An ICE restart with media live");
    titles.put("hang-up", "Hanging up is noticed");
    return titles;
  }
}
