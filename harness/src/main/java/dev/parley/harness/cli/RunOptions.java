package dev.parley.harness.cli;

import dev.parley.harness.config.ConfigFile;
import dev.parley.harness.config.Durations;
import dev.parley.harness.config.NetworkWords;
import dev.parley.harness.config.RunSettings;
import dev.parley.harness.config.Sabotage;
import dev.parley.harness.config.SettingsLayer;
import dev.parley.harness.matrix.NetworkAxis;
import dev.parley.harness.matrix.UsageException;
import dev.parley.network.preset.NetworkCatalogue;
import dev.parley.reports.model.CellId;
import java.nio.file.Files;
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
  @SuppressWarnings("UnusedVariable") // the launcher reads it, before there is any Java
  private boolean setup;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; ./parley.yaml by default, where there is one.")
  private @Nullable Path config;

  @Option(
      names = "--endpoints",
      split = ",",
      paramLabel = "NAME",
      description =
          "Endpoints: chrome, firefox, edge, chrome@/path, alias=chrome@/path. All by default.")
  private @Nullable List<String> endpoints;

  @Option(
      names = "--scenarios",
      split = ",",
      paramLabel = "NAME",
      description = "Scenarios by id or key, or 'all'. The default ones by default.")
  private @Nullable List<String> scenarios;

  @Option(
      names = "--networks",
      split = ",",
      paramLabel = "NETWORK",
      description =
          "Networks: direct, ideal, loss-5 (the answerer's access link), 3g@offerer, loss-5@both,"
              + " 3g@offerer+loss-5@answerer. ./parley network list shows their names.")
  private @Nullable List<String> networks;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "How long calls are measured, as in 10s (the default).",
      converter = DurationConverter.class)
  private @Nullable Duration duration;

  @Option(
      names = "--sample-interval",
      paramLabel = "TIME",
      description = "How often getStats is sampled, 100ms to 60s; 1s by default.",
      converter = DurationConverter.class)
  private @Nullable Duration sampleInterval;

  @Option(names = "--repeat", paramLabel = "N", description = "How often each cell is run.")
  private @Nullable Integer repeat;

  @Option(names = "--retries", paramLabel = "N", description = "Further attempts after a failure.")
  private @Nullable Integer retries;

  @Option(names = "--cell", paramLabel = "ID", description = "Only this cell.")
  private @Nullable String cell;

  @Option(names = "--seed", paramLabel = "N", description = "The run's seed; random by default.")
  private @Nullable Long seed;

  @Option(names = "--headed", negatable = true, description = "Show the browsers' windows.")
  private @Nullable Boolean headed;

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
      names = "--pcap",
      description = "Keep a pcapng of every emulated link, dropped packets included.")
  private boolean pcap;

  @Option(
      names = "--sabotage",
      split = ",",
      paramLabel = "FAULT@WHO",
      description =
          "Put a fault into every call, to see the run turn red: disable-video, disable-audio,"
              + " no-candidates, kill-browser, mute-network, close-relay.")
  private List<String> sabotage = new ArrayList<>();

  /**
   * The settings: the command line over the configuration file over the defaults.
   *
   * @param folder where a {@code parley.yaml} is looked for when no file is named
   */
  RunSettings settings(Path folder) {
    SettingsLayer file = file(folder);
    SettingsLayer.Complete merged = only(file).over(ownWords()).over(file).overDefaults();
    NetworkCatalogue catalogue = NetworkCatalogue.presets().with(merged.profiles());
    return new RunSettings(
        merged.endpoints(),
        merged.scenarios(),
        NetworkWords.parse(merged.networks(), catalogue),
        catalogue,
        merged.duration(),
        merged.sampleInterval(),
        merged.repetitions(),
        merged.retries(),
        cell,
        seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed,
        merged.headed(),
        out,
        scenarioPath,
        keepSecrets,
        pcap,
        sabotage.stream().map(Sabotage::parse).toList());
  }

  private SettingsLayer file(Path folder) {
    if (config != null) {
      return ConfigFile.read(config);
    }
    Path usual = folder.resolve("parley.yaml");
    return Files.exists(usual) ? ConfigFile.read(usual) : SettingsLayer.NOTHING;
  }

  private SettingsLayer ownWords() {
    return new SettingsLayer(
        endpoints, scenarios, networks, duration, sampleInterval, repeat, retries, headed, null);
  }

  /** What one cell alone asks for. */
  private SettingsLayer only(SettingsLayer file) {
    if (cell == null) {
      return SettingsLayer.NOTHING;
    }
    if (scenarios != null || networks != null) {
      throw new UsageException(
          "found --cell with --%s, expected one of them"
              .formatted(scenarios == null ? "networks" : "scenarios"));
    }
    CellId id = parse(cell);
    List<String> seats = endpoints == null ? new CellEndpoints(id, file).specifications() : null;
    return new SettingsLayer(
        seats,
        List.of(id.scenarioKey()),
        List.of(NetworkAxis.asked(id.axes())),
        null,
        null,
        null,
        null,
        null,
        null);
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
