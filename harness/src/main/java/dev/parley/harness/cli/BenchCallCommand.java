package dev.parley.harness.cli;

import dev.parley.harness.CallErrored;
import dev.parley.harness.bench.CallBench;
import dev.parley.harness.bench.CallBenchResult;
import dev.parley.harness.bench.CallBenchText;
import dev.parley.harness.endpoint.Endpoint;
import dev.parley.harness.endpoint.EndpointException;
import dev.parley.harness.endpoint.EndpointFinder;
import dev.parley.harness.endpoint.EndpointSpec;
import dev.parley.harness.endpoint.Family;
import dev.parley.harness.matrix.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;

/** Compares a call by Parley with the same call by a bare Selenium program. */
@Command(
    name = "call",
    mixinStandardHelpOptions = true,
    description = "Compares a call between two Chromiums with one by a bare Selenium program.")
final class BenchCallCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--rounds", paramLabel = "N", description = "Runs of each program; 3 by default.")
  private int rounds = 3;

  @Option(
      names = "--warm-cells",
      paramLabel = "N",
      description = "Cells in warm browsers; 10 by default, 0 for none.")
  private int warmCells = 10;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "How long each call is measured; 10s by default.",
      converter = RunOptions.DurationConverter.class)
  private Duration duration = Duration.ofSeconds(10);

  @Option(
      names = "--same-jvm",
      description = "Give the bare program Parley's own JVM flags and class archive.")
  private boolean sameJvm;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for logs and results; below parley-out by default.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < 1 || warmCells < 0 || duration.toMillis() < 2000) {
      throw new UsageException(
          "found --rounds %d --warm-cells %d --duration %d ms, expected 1, 0 and 2000 or more"
              .formatted(rounds, warmCells, duration.toMillis()));
    }
    PrintWriter console = Commands.out(spec);
    PrintWriter errors = Commands.errors(spec);
    Path folder = Files.createDirectories(folder());
    try {
      Endpoint chrome = new EndpointFinder().find(EndpointSpec.of(Family.CHROME));
      CallBench bench =
          new CallBench(new CallBench.Programs(parley(), bare()), chrome, folder, errors::println);
      CallBenchResult result = bench.measure(duration, rounds, warmCells);
      if (json) {
        console.println(
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(asMap(result)));
      } else {
        new CallBenchText(console).print(result);
      }
      console.flush();
      errors.println("The programs' logs and results are in " + folder);
      return ExitCode.PASS;
    } catch (EndpointException | CallErrored e) {
      errors.println("parley: " + e.getMessage());
      return ExitCode.NO_VERDICT;
    }
  }

  private Path folder() {
    Path chosen =
        out == null ? Path.of("parley-out", "bench-" + Instant.now().getEpochSecond()) : out;
    return chosen.toAbsolutePath();
  }

  private static List<String> parley() {
    String home = System.getProperty("parley.home");
    return home == null
        ? List.of(java(), "-cp", classPath(), Parley.class.getName())
        : List.of(Path.of(home, "parley").toString());
  }

  private List<String> bare() {
    List<String> command = new ArrayList<>(List.of(java()));
    if (sameJvm) {
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(List.of("-cp", classPath()));
    return command;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static Map<String, Object> asMap(CallBenchResult result) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (CallBenchResult.Line line : result.lines()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("figure", line);
      map.put("reached", result.reached(line));
      lines.add(map);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("busy", result.busy());
    map.put("lines", lines);
    map.put("windowSeconds", result.window().toMillis() / 1000.0);
    map.put("parley", result.parley());
    map.put("bare", result.bare());
    map.put("warmOverheadsSeconds", result.warmOverheadsSeconds());
    map.put("warmParticipants", result.warmParticipants());
    return map;
  }
}
