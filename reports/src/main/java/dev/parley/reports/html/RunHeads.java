package dev.parley.reports.html;

import dev.parley.reports.html.page.Fact;
import dev.parley.reports.html.page.IndexPage.Banner;
import dev.parley.reports.html.page.IndexPage.EndpointRow;
import dev.parley.reports.html.page.IndexPage.Head;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent.EndpointFound;
import dev.parley.reports.model.RunEvent.HostInfo;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.RerunCommand;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;

/** Prepares the head of the index: verdict, circumstances, endpoints. */
final class RunHeads {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int SHORT_HASH = 12;

  private RunHeads() {}

  static Head of(RunSummary summary) {
    RunStart start = summary.run().start();
    List<Fact> settings = new ArrayList<>();
    new TreeMap<>(start.settings()).forEach((name, value) -> settings.add(new Fact(name, value)));
    return new Head(
        start.runId(),
        banner(summary),
        byline(summary),
        facts(summary),
        summary.run().endpoints().stream().map(RunHeads::endpoint).toList(),
        settings,
        RerunCommand.shell(start.commandLine()));
  }

  private static Banner banner(RunSummary summary) {
    RunView run = summary.run();
    int code = run.end() == null ? summary.exitCode() : run.end().exitCode();
    String sentence = Words.exitCode(code);
    if (code == summary.exitCode()) {
      sentence += " " + Words.capital(summary.verdict().reason()) + ".";
    }
    if (run.interrupted()) {
      return new Banner(
          "errored", "Interrupted", "This report is of what had been done. " + sentence);
    }
    if (run.end() == null) {
      return new Banner("missing", "Not finished", "The log has no end of the run. " + sentence);
    }
    return switch (code) {
      case 0 -> new Banner("passed", "Passed", sentence);
      case 1 -> new Banner("failed", "Failed", sentence);
      case 3 ->
          summary.count(Outcome.ERRORED) > 0
              ? new Banner("errored", "No verdict", sentence)
              : new Banner("inconclusive", "No verdict", sentence);
      default -> new Banner("errored", "Not run", sentence);
    };
  }

  private static List<Fact> byline(RunSummary summary) {
    List<Fact> byline = new ArrayList<>();
    byline.add(new Fact("started", WHEN.format(summary.run().startWall())));
    byline.add(new Fact("took", Words.duration(summary.seconds())));
    byline.add(new Fact("seed", Long.toString(summary.run().start().seed())));
    summary.run().endpoints().forEach(one -> byline.add(new Fact(one.alias(), one.version())));
    return byline;
  }

  private static List<Fact> facts(RunSummary summary) {
    RunStart start = summary.run().start();
    HostInfo host = start.host();
    Instant begun = summary.run().startWall();
    String hash = start.plan().hash();
    return List.of(
        new Fact("Started", WHEN.format(begun)),
        new Fact("Took", Words.duration(summary.seconds())),
        new Fact("Seed", Long.toString(start.seed())),
        new Fact("Parley", start.parleyVersion()),
        new Fact("System", host.os() + " " + host.osVersion() + ", " + host.arch()),
        new Fact("CPU", host.cpu() + ", " + Words.count(host.cores(), "core", "cores")),
        new Fact("Memory", memory(host.memoryBytes())),
        new Fact("Java", host.java()),
        new Fact("Cells planned", Integer.toString(start.plan().cells().size())),
        new Fact("Plan", hash.substring(0, Math.min(SHORT_HASH, hash.length()))));
  }

  private static String memory(long bytes) {
    return bytes <= 0
        ? "not reported"
        : String.format(Locale.ROOT, "%.1f GiB", bytes / (1024.0 * 1024 * 1024));
  }

  private static EndpointRow endpoint(EndpointFound found) {
    String driver =
        found.driver() == null
            ? ""
            : found.driver() + " " + Objects.requireNonNullElse(found.driverVersion(), "");
    return new EndpointRow(
        found.alias(), found.family(), found.version(), found.binary(), driver.strip());
  }
}
