package dev.parley.harness.cli;

import dev.parley.harness.config.RunSettings;
import dev.parley.harness.endpoint.EndpointFinder;
import dev.parley.harness.matrix.Matrix;
import dev.parley.harness.matrix.NetworkAxis;
import dev.parley.harness.matrix.PageModules;
import dev.parley.harness.matrix.ScenarioCatalogue;
import dev.parley.harness.matrix.ScenarioMethod;
import dev.parley.harness.schedule.FoundEndpoints;
import dev.parley.harness.schedule.RunFolder;
import dev.parley.harness.schedule.RunFolders;
import dev.parley.reports.model.Plan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs scenarios over every ordered pair of endpoints, and reports. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs scenarios over every ordered pair of endpoints, and reports.")
final class RunCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() throws IOException {
    RunSettings settings = options.settings(Path.of(""));
    PrintWriter out = Commands.out(spec);
    PrintWriter errors = Commands.errors(spec);
    ClassLoader jars = ScenarioJars.loader(settings.scenarioPath());
    ScenarioCatalogue catalogue = ScenarioCatalogue.load(jars);
    List<ScenarioMethod> scenarios = catalogue.select(settings.scenarios());
    FoundEndpoints endpoints = FoundEndpoints.of(settings.endpoints(), new EndpointFinder());
    if (endpoints.aliases().isEmpty()) {
      errors.println(
          "parley: found no browser with a driver that fits; ./parley setup installs them");
      return ExitCode.NO_VERDICT;
    }
    NetworkAxis networks = new NetworkAxis(settings.networks(), settings.profiles());
    Matrix matrix = new Matrix(scenarios, endpoints.aliases(), settings.repetitions(), networks);
    Plan plan = matrix.plan(settings.cell());
    Victims.require(settings.sabotage(), plan);
    RunFolder folder = RunFolders.create(settings.out());
    return new RunProcedure(out, errors, List.of(commandLine()))
        .carryOut(settings, endpoints, plan, matrix.cells(), PageModules.load(jars), folder);
  }

  private String[] commandLine() {
    return spec == null
        ? new String[0]
        : spec.commandLine().getParseResult().originalArgs().toArray(String[]::new);
  }
}
