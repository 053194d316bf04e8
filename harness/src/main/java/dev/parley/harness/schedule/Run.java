package dev.parley.harness.schedule;

import dev.parley.harness.config.RunSettings;
import dev.parley.harness.endpoint.Endpoint;
import dev.parley.harness.endpoint.EndpointPool;
import dev.parley.harness.endpoint.LaunchOptions;
import dev.parley.harness.endpoint.OwnedRun;
import dev.parley.harness.endpoint.PulseSink;
import dev.parley.harness.endpoint.Sweep;
import dev.parley.harness.matrix.PageModules;
import dev.parley.network.relay.Relays;
import dev.parley.pages.PageServer;
import dev.parley.pages.PageServerOptions;
import dev.parley.reports.log.EventLog;
import dev.parley.reports.log.Redactor;
import dev.parley.reports.log.RunClock;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that one run starts, closed in the opposite order; the log outlives the browsers. */
public final class Run implements AutoCloseable {
  private final OwnedStack owned = new OwnedStack();
  private final RunContext context;

  private Run(RunContext context, OwnedStack started) {
    this.context = context;
    owned.takeOver(started);
  }

  /**
   * What a run is about.
   *
   * @param runId the run's id
   * @param version Parley's version
   * @param commandLine the words that it was started with
   * @param plan its cells
   * @param modules page modules of the scenarios' own
   */
  public record Subject(
      String runId,
      String version,
      List<String> commandLine,
      Plan plan,
      List<PageModules> modules) {

    public Subject {
      commandLine = List.copyOf(commandLine);
      modules = List.copyOf(modules);
    }
  }

  /**
   * Starts what a run needs; its first event is the plan.
   *
   * @param trouble told in a sentence when the log can no longer be written
   * @throws IOException if the folder cannot be written to
   */
  public static Run open(
      Subject subject,
      RunSettings settings,
      FoundEndpoints endpoints,
      RunFolder folder,
      Consumer<String> trouble)
      throws IOException {
    OwnedStack started = new OwnedStack();
    try {
      // Before the log, which has to know the secret that it hides.
      PageServer server = started.own(PageServer.start(PageServerOptions.defaults()));
      RunClock clock = RunClock.start();
      EventLog log = started.own(log(folder, clock, redactor(settings, server), trouble));
      log.append(null, start(subject, settings));
      record(endpoints, log);
      sweep(log);
      OwnedRun owner = started.own(OwnedRun.begin());
      Map<String, String> sound = sound(owner, started, log);
      subject
          .modules()
          .forEach(added -> server.addModules(added.name(), added.loader(), added.folder()));
      LaunchOptions options = LaunchOptions.defaults().withHeaded(settings.headed());
      EndpointPool pool = started.own(new EndpointPool(owner, options, sound));
      Emulation emulation = started.own(new Emulation(Relays::start));
      HostSeries host = new HostSeries(log, clock);
      started.own(new HostMonitor(Duration.ofSeconds(1), host));
      return new Run(
          new RunContext(settings, endpoints, pool, server, log, clock, folder, host, emulation),
          started);
    } catch (IOException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private static EventLog log(
      RunFolder folder, RunClock clock, Redactor redactor, Consumer<String> trouble)
      throws IOException {
    return EventLog.create(
        folder.log(),
        clock,
        redactor,
        e -> trouble.accept("the run's log is incomplete: " + e.getMessage()));
  }

  private static Redactor redactor(RunSettings settings, PageServer server) {
    return new Redactor(settings.keepSecrets(), List.of(server.token()));
  }

  private static void record(FoundEndpoints endpoints, EventLog log) {
    endpoints.found().values().forEach(endpoint -> log.append(null, event(endpoint)));
    endpoints
        .missing()
        .forEach(
            (alias, why) ->
                log.append(null, new RunEvent.Note(null, alias + ": " + why.getMessage())));
  }

  /** A sound output for Firefox; returns what Firefox is to be given to find it. */
  private static Map<String, String> sound(OwnedRun owner, OwnedStack started, EventLog log) {
    PulseSink.Attempt sound = PulseSink.start(owner);
    sound.sink().ifPresent(started::own);
    if (sound.sink().isEmpty()) {
      log.append(null, new RunEvent.Note(null, sound.reason()));
    }
    return sound.environment();
  }

  /** What the attempts of this run stand on. */
  public RunContext context() {
    return context;
  }

  private static void sweep(EventLog log) {
    new Sweep()
        .run()
        .forEach(
            swept ->
                log.append(
                    null,
                    new RunEvent.Note(
                        null,
                        "swept what run %s had left: %d processes"
                            .formatted(swept.marker(), swept.processes()))));
  }

  private static RunEvent.RunStart start(Subject subject, RunSettings settings) {
    return new RunEvent.RunStart(
        RunEvent.SCHEMA,
        subject.runId(),
        subject.version(),
        settings.seed(),
        subject.commandLine(),
        ThisHost.info(),
        settings.asWords(),
        subject.plan());
  }

  private static RunEvent.EndpointFound event(Endpoint endpoint) {
    return new RunEvent.EndpointFound(
        endpoint.alias(),
        endpoint.family().word(),
        endpoint.version(),
        endpoint.binary().toString(),
        endpoint.driver().toString(),
        endpoint.driverVersion());
  }

  @Override
  public void close() {
    owned.close();
  }
}
