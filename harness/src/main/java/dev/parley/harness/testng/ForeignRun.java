package dev.parley.harness.testng;

import dev.parley.harness.call.LiveCall;
import dev.parley.harness.config.RunSettings;
import dev.parley.harness.endpoint.EndpointFinder;
import dev.parley.harness.matrix.Matrix;
import dev.parley.harness.matrix.NetworkAxis;
import dev.parley.harness.matrix.PageModules;
import dev.parley.harness.matrix.ScenarioMethod;
import dev.parley.harness.matrix.UsageException;
import dev.parley.harness.schedule.Attempt;
import dev.parley.harness.schedule.AttemptResult;
import dev.parley.harness.schedule.FoundEndpoints;
import dev.parley.harness.schedule.Ledger;
import dev.parley.harness.schedule.Rendering;
import dev.parley.harness.schedule.Run;
import dev.parley.harness.schedule.RunFolder;
import dev.parley.harness.schedule.RunFolders;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A run that somebody else's TestNG drives: one suite of it. */
final class ForeignRun implements CellSource, AutoCloseable {
  private final IdentityHashMap<LiveCall, Attempt> attempts = new IdentityHashMap<>();
  private final Map<CellId, ScenarioMethod> scenarios;
  private final Plan plan;
  private final RunFolder folder;
  private final Run run;
  private final Ledger ledger;

  private ForeignRun(Map<CellId, ScenarioMethod> scenarios, Plan plan, RunFolder folder, Run run) {
    this.scenarios = scenarios;
    this.plan = plan;
    this.folder = folder;
    this.run = run;
    this.ledger = new Ledger(run.context(), plan);
  }

  /** Opens a run of these scenarios over every ordered pair of the endpoints asked for. */
  static ForeignRun open(List<ScenarioMethod> scenarios, RunSettings settings, String suite) {
    FoundEndpoints endpoints = FoundEndpoints.of(settings.endpoints(), new EndpointFinder());
    if (endpoints.aliases().isEmpty()) {
      throw new UsageException(
          "found no browser with a driver that fits; ./parley setup installs them");
    }
    NetworkAxis networks = new NetworkAxis(settings.networks(), settings.profiles());
    Matrix matrix = new Matrix(scenarios, endpoints.aliases(), settings.repetitions(), networks);
    Plan plan = matrix.plan(settings.cell());
    RunFolder folder = RunFolders.create(settings.out());
    String runId = String.valueOf(folder.path().getFileName());
    Run.Subject subject =
        new Run.Subject(
            runId, "testng", List.of("testng", suite), plan, PageModules.load(loaderOf(scenarios)));
    try {
      Run run =
          Run.open(subject, settings, endpoints, folder, trouble -> System.err.println(trouble));
      return new ForeignRun(matrix.cells(), plan, folder, run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized List<LiveCall> callsOf(Method method) {
    List<LiveCall> calls = new ArrayList<>();
    for (PlannedCell cell : plan.cells()) {
      ScenarioMethod scenario = scenarios.get(cell.id());
      if (scenario == null || !scenario.method().equals(method)) {
        continue;
      }
      for (int repetition = 1; repetition <= cell.repetitions(); repetition++) {
        Attempt attempt =
            new Attempt(run.context(), cell, new AttemptKey(cell.id(), repetition, 1));
        attempts.put(attempt.call(), attempt);
        calls.add(attempt.call());
      }
    }
    return calls;
  }

  @Override
  public AttemptResult run(LiveCall call, Attempt.Body body) {
    Attempt attempt = attemptOf(call);
    AttemptResult result = attempt.run(body);
    ledger.enter(attempt.key(), List.of(result));
    return result;
  }

  private synchronized Attempt attemptOf(LiveCall call) {
    Attempt attempt = attempts.remove(call);
    if (attempt == null) {
      throw new IllegalStateException("a call of " + call.cell() + " was invoked a second time");
    }
    return attempt;
  }

  /** Records the run's end, lets everything go, and renders the reports. */
  @Override
  public void close() {
    ledger.finish();
    run.close();
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    try {
      new Rendering(new PrintWriter(System.out, true, StandardCharsets.UTF_8), errors)
          .render(folder.path());
    } catch (IOException e) {
      errors.println("parley: the reports could not be made: " + e.getMessage());
    }
  }

  private static ClassLoader loaderOf(List<ScenarioMethod> scenarios) {
    return scenarios.get(0).method().getDeclaringClass().getClassLoader();
  }
}
