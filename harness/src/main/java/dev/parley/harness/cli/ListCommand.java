package dev.parley.harness.cli;

import dev.parley.harness.config.NetworkWords;
import dev.parley.harness.endpoint.EndpointFinder;
import dev.parley.harness.matrix.Matrix;
import dev.parley.harness.matrix.NetworkAxis;
import dev.parley.harness.matrix.ScenarioCatalogue;
import dev.parley.harness.matrix.ScenarioMethod;
import dev.parley.harness.schedule.FoundEndpoints;
import dev.parley.network.preset.NetworkCatalogue;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the scenarios, the endpoints and the cells that they span. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Shows scenarios, endpoints and the cells that they span.")
final class ListCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--endpoints",
      split = ",",
      paramLabel = "NAME",
      description = "Only these endpoints.")
  private List<String> endpoints = new ArrayList<>();

  @Option(
      names = "--networks",
      split = ",",
      paramLabel = "NETWORK",
      description = "Only these networks; what each scenario runs over by default.")
  private List<String> networks = new ArrayList<>();

  @Option(
      names = "--scenario-path",
      split = ":",
      paramLabel = "JAR",
      description = "Jars with scenarios of your own.")
  private List<Path> scenarioPath = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = Commands.out(spec);
    ScenarioCatalogue catalogue = ScenarioCatalogue.load(ScenarioJars.loader(scenarioPath));
    FoundEndpoints found = FoundEndpoints.of(endpoints, new EndpointFinder());
    out.println("Scenarios (* runs by default):");
    for (ScenarioMethod scenario : catalogue.all()) {
      out.printf(
          "  %s %-24s %s%n", scenario.byDefault() ? "*" : " ", scenario.key(), scenario.title());
    }
    out.println("Endpoints:");
    found
        .found()
        .values()
        .forEach(e -> out.printf("    %-24s %s (%s)%n", e.alias(), e.version(), e.binary()));
    found
        .missing()
        .forEach((alias, why) -> out.printf("    %-24s missing: %s%n", alias, why.getMessage()));
    out.println("Cells:");
    NetworkCatalogue presets = NetworkCatalogue.presets();
    NetworkAxis axis = new NetworkAxis(NetworkWords.parse(networks, presets), presets);
    new Matrix(catalogue.all(), found.aliases(), 1, axis)
        .cells()
        .keySet()
        .forEach(cell -> out.println("    " + cell));
    out.flush();
    return ExitCode.PASS;
  }
}
