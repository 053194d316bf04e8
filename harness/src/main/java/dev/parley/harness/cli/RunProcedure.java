package dev.parley.harness.cli;

import dev.parley.harness.config.RunSettings;
import dev.parley.harness.matrix.PageModules;
import dev.parley.harness.matrix.ScenarioMethod;
import dev.parley.harness.schedule.FoundEndpoints;
import dev.parley.harness.schedule.Ledger;
import dev.parley.harness.schedule.Rendering;
import dev.parley.harness.schedule.Run;
import dev.parley.harness.schedule.RunFolder;
import dev.parley.harness.schedule.Scheduler;
import dev.parley.harness.schedule.TimeLimits;
import dev.parley.harness.testng.EmbeddedTestNg;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Plan;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** One run from its first event to its rendered reports. */
final class RunProcedure {
  private final PrintWriter out;
  private final PrintWriter errors;
  private final List<String> commandLine;

  RunProcedure(PrintWriter out, PrintWriter errors, List<String> commandLine) {
    this.out = out;
    this.errors = errors;
    this.commandLine = List.copyOf(commandLine);
  }

  /** Runs the plan; returns the exit code. */
  int carryOut(
      RunSettings settings,
      FoundEndpoints endpoints,
      Plan plan,
      Map<CellId, ScenarioMethod> scenarios,
      List<PageModules> modules,
      RunFolder folder)
      throws IOException {
    introduce(endpoints, folder, settings);
    try (Interruption interruption = new Interruption()) {
      run(settings, endpoints, plan, scenarios, modules, folder, interruption);
      return new Rendering(out, errors).render(folder.path());
    }
  }

  private void run(
      RunSettings settings,
      FoundEndpoints endpoints,
      Plan plan,
      Map<CellId, ScenarioMethod> scenarios,
      List<PageModules> modules,
      RunFolder folder,
      Interruption interruption)
      throws IOException {
    String runId = String.valueOf(folder.path().getFileName());
    Run.Subject subject = new Run.Subject(runId, Version.text(), commandLine, plan, modules);
    try (ConsoleProgress progress =
            new ConsoleProgress(out, Boolean.getBoolean("parley.terminal"));
        Run run =
            Run.open(
                subject,
                settings,
                endpoints,
                folder,
                trouble -> errors.println("parley: " + trouble))) {
      Ledger ledger = new Ledger(run.context(), plan);
      Scheduler scheduler =
          new Scheduler(
              run.context(), ledger, scenarios, new EmbeddedTestNg(), progress, TimeLimits.DEFAULT);
      interruption.passTo(scheduler);
      scheduler.run(plan);
      ledger.finish();
    }
  }

  private void introduce(FoundEndpoints endpoints, RunFolder folder, RunSettings settings) {
    endpoints
        .found()
        .values()
        .forEach(e -> out.printf("%-10s %s (%s)%n", e.alias(), e.version(), e.binary()));
    endpoints
        .missing()
        .forEach((alias, why) -> out.printf("%-10s missing: %s%n", alias, why.getMessage()));
    out.printf("Seed %d, results in %s%n", settings.seed(), folder.path());
    out.flush();
  }
}
