package dev.parley.harness.schedule;

import dev.parley.harness.Call;
import dev.parley.harness.Scenario;
import dev.parley.harness.config.RunSettings;
import dev.parley.harness.endpoint.EndpointException;
import dev.parley.harness.endpoint.EndpointPool;
import dev.parley.harness.endpoint.LaunchOptions;
import dev.parley.harness.endpoint.OwnedRun;
import dev.parley.harness.matrix.ScenarioCatalogue;
import dev.parley.harness.matrix.ScenarioMethod;
import dev.parley.network.preset.NetworkCatalogue;
import dev.parley.network.relay.Relay;
import dev.parley.pages.PageServer;
import dev.parley.pages.PageServerOptions;
import dev.parley.reports.log.EventLog;
import dev.parley.reports.log.EventLogReader;
import dev.parley.reports.log.RunClock;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A run with everything but browsers: its cells have nobody in them, so that an attempt goes
 * through all its steps within milliseconds. Endpoint {@code absent} was not found.
 */
public final class PlainRun implements AutoCloseable {
  private final Path folder = Files.createTempDirectory("parley-plain-run");
  private final OwnedStack owned = new OwnedStack();
  private final RunContext context;

  /** A scenario whose body each test brings itself. */
  public static class Bare {
    @Scenario(id = "bare", title = "Whatever the test does")
    public void bare(Call call) {}
  }

  /** A run that tries a failed cell this many times more. */
  public PlainRun(int retries) throws IOException {
    this(
        retries,
        () -> {
          throw new AssertionError("no cell here is emulated");
        });
  }

  /** The same, with a relay. */
  public PlainRun(int retries, Supplier<Relay> relay) throws IOException {
    RunClock clock = RunClock.start();
    RunFolder runFolder = new RunFolder(folder);
    EventLog log = owned.own(EventLog.create(runFolder.log(), clock));
    log.append(null, start());
    OwnedRun owner = owned.own(OwnedRun.begin());
    PageServer server = owned.own(PageServer.start(PageServerOptions.defaults()));
    EndpointPool pool = owned.own(new EndpointPool(owner, LaunchOptions.defaults()));
    FoundEndpoints endpoints =
        new FoundEndpoints(
            Map.of(), Map.of("absent", new EndpointException("no-browser", "it is not here")));
    context =
        new RunContext(
            settings(retries),
            endpoints,
            pool,
            server,
            log,
            clock,
            runFolder,
            new HostSeries(log, clock),
            owned.own(new Emulation(relay)));
  }

  /** What its attempts stand on. */
  public RunContext context() {
    return context;
  }

  /** The scenario of every cell. */
  public static ScenarioMethod scenario() {
    return ScenarioCatalogue.of(List.of(Bare.class)).all().get(0);
  }

  /** A cell of this name, which is its endpoint's as well. */
  public static PlannedCell cell(String name, int repetitions, PlannedParticipant... who) {
    CellId id = new CellId("bare", List.of(), List.of(name));
    return new PlannedCell(id, "Whatever the test does", repetitions, List.of(who));
  }

  static Map<CellId, ScenarioMethod> scenarios(Plan plan) {
    Map<CellId, ScenarioMethod> scenarios = new HashMap<>();
    plan.cells().forEach(cell -> scenarios.put(cell.id(), scenario()));
    return scenarios;
  }

  /** Ends the run, and reads what its log holds of one type. */
  public <T extends RunEvent> List<T> ended(Class<T> type) throws IOException {
    owned.close();
    List<T> found = new ArrayList<>();
    new EventLogReader()
        .read(
            folder.resolve("run.jsonl"),
            logged -> {
              if (type.isInstance(logged.event())) {
                found.add(type.cast(logged.event()));
              }
            },
            problem -> {
              throw new AssertionError(problem.toString());
            });
    return found;
  }

  private static RunSettings settings(int retries) {
    return new RunSettings(
        List.of(),
        List.of(),
        List.of(),
        NetworkCatalogue.presets(),
        Duration.ofSeconds(1),
        Duration.ofMillis(500),
        1,
        retries,
        null,
        1,
        false,
        null,
        List.of(),
        false,
        false,
        List.of());
  }

  private static RunEvent.RunStart start() {
    return new RunEvent.RunStart(
        RunEvent.SCHEMA,
        "plain",
        "test",
        1,
        List.of(),
        ThisHost.info(),
        Map.of(),
        Plan.of(List.of()));
  }

  @Override
  public void close() throws IOException {
    owned.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
