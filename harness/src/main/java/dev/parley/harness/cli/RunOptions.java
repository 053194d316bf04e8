package dev.parley.harness.cli;

import dev.parley.harness.config.Durations;
import dev.parley.harness.config.RunSettings;
import dev.parley.harness.config.Sabotage;
import dev.parley.harness.matrix.UsageException;
import dev.parley.reports.model.CellId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code parley run}. */
final class RunOptions {
  @Option(
      names = "--setup",
      description = "First install what is missing on this machine (done by the launcher).")
  @SuppressWarnings("UnusedVariable") // The launcher acts on it; here it is known, and in the help.
  private boolean setup;

  @Option(
      names = "--endpoints",
      split = ",",
      paramLabel = "NAME",
      description =
          "Endpoints: chrome, firefox, edge, chrome@/path, alias=chrome@/path. All by default.")
  private List<String> endpoints = new ArrayList<>();

  @Option(
      names = "--scenarios",
      split = ",",
      paramLabel = "NAME",
      description = "Scenarios by id or key, or 'all'. The default ones by default.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "How long calls are measured, as in 10s (the default).",
      converter = DurationConverter.class)
  private Duration duration = Duration.ofSeconds(10);

  @Option(
      names = "--sample-interval",
      paramLabel = "TIME",
      description = "How often getStats is sampled, 100ms to 60s; 1s by default.",
      converter = DurationConverter.class)
  private Duration sampleInterval = Duration.ofSeconds(1);

  @Option(names = "--repeat", paramLabel = "N", description = "How often each cell is run.")
  private int repeat = 1;

  @Option(names = "--retries", paramLabel = "N", description = "Further attempts after a failure.")
  private int retries;

  @Option(names = "--cell", paramLabel = "ID", description = "Only this cell.")
  private @Nullable String cell;

  @Option(names = "--seed", paramLabel = "N", description = "The run's seed; random by default.")
  private @Nullable Long seed;

  @Option(names = "--headed", description = "Show the browsers' windows.")
  private boolean headed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for results; parley-out/<run id> by default.")
  private @Nullable Path out;

  @Option(
      names = "--scenario-path",
      split = ":",
      paramLabel = "JAR",
      description = "Jars with scenarios of your own.")
  private List<Path> scenarioPath = new ArrayList<>();

  @Option(
      names = "--keep-secrets",
      description = "Leave passwords, credentials and tokens in the results.")
  private boolean keepSecrets;

  @Option(
      names = "--sabotage",
      split = ",",
      paramLabel = "FAULT@WHO",
      description =
          "Put a fault into every call, to see the run turn red: disable-video, disable-audio,"
              + " kill-browser.")
  private List<String> sabotage = new ArrayList<>();

  RunSettings settings() {
    if (cell != null && (!scenarios.isEmpty())) {
      throw new UsageException("found --cell with --scenarios, expected one of them");
    }
    CellId only = cell == null ? null : parse(cell);
    return new RunSettings(
        only != null && endpoints.isEmpty()
            ? only.endpoints().stream().distinct().toList()
            : endpoints,
        only == null ? scenarios : List.of(only.scenarioKey()),
        duration,
        sampleInterval,
        repeat,
        retries,
        cell,
        seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed,
        headed,
        out,
        scenarioPath,
        keepSecrets,
        sabotage.stream().map(Sabotage::parse).toList());
  }

  private static CellId parse(String text) {
    try {
      return CellId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Reads durations as people write them. */
  static final class DurationConverter implements picocli.CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      return Durations.parse(value);
    }
  }
}
