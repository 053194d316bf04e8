package dev.parley.harness.cli;

import dev.parley.harness.config.RunSettings;
import dev.parley.harness.matrix.ScenarioMethod;
import dev.parley.harness.schedule.FoundEndpoints;
import dev.parley.harness.schedule.Run;
import dev.parley.harness.schedule.RunFolder;
import dev.parley.harness.schedule.Scheduler;
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

  int carryOut(
      RunSettings settings,
      FoundEndpoints endpoints,
      Plan plan,
      Map<CellId, ScenarioMethod> scenarios,
      RunFolder folder)
      throws IOException {
    Run.Subject subject =
        new Run.Subject(
            String.valueOf(folder.path().getFileName()), Version.text(), commandLine, plan);
    try (Interruption interruption = new Interruption();
        ConsoleProgress progress = ConsoleProgress.to(out, endpoints, folder)) {
      try (Run run =
          Run.open(subject, settings, endpoints, folder, trouble -> errors.println("parley: " + trouble))) {
        Scheduler scheduler =
            new Scheduler(run.context(), scenarios, new EmbeddedTestNg(), progress);
        interruption.passTo(scheduler);
        scheduler.run(plan);
        scheduler.finish();
      }
      return progress.finished(Rendering.of(folder, errors));
    }
  }
}
