package dev.parley.harness.cli;

import dev.parley.harness.config.ConfigFile;
import dev.parley.harness.config.SettingsLayer;
import dev.parley.harness.matrix.UsageException;
import dev.parley.network.preset.NetworkCatalogue;
import dev.parley.network.preset.Preset;
import dev.parley.network.preset.UnknownNetworkException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which networks there are: the presets, and those of a configuration file. */
final class NetworkOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; ./parley.yaml by default, where there is one.")
  private @Nullable Path config;

  /**
   * All networks.
   *
   * @param folder where a {@code parley.yaml} is looked for when no file is named
   */
  NetworkCatalogue catalogue(Path folder) {
    Path usual = folder.resolve("parley.yaml");
    Path file = config == null && Files.exists(usual) ? usual : config;
    SettingsLayer layer = file == null ? SettingsLayer.NOTHING : ConfigFile.read(file);
    return NetworkCatalogue.presets().with(layer.profiles() == null ? List.of() : layer.profiles());
  }

  /** One network. */
  Preset network(Path folder, String name) {
    try {
      return catalogue(folder).get(name);
    } catch (UnknownNetworkException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
