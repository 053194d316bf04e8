package dev.parley.harness.config;

import dev.parley.harness.matrix.UsageException;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.preset.NetworkCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads {@code parley.yaml}: what it says about a run, held to the published schema. */
public final class ConfigFile {
  private static final String NETWORKS = "networks";
  private static final String DURATION = "duration";
  private static final String SAMPLE_INTERVAL = "sampleInterval";

  private ConfigFile() {}

  /**
   * Reads a configuration file.
   *
   * @throws UsageException in one line with the file, the line, what was found and what was
   *     expected
   */
  public static SettingsLayer read(Path file) {
    String text = ConfigText.read(file);
    try {
      YamlDocument document = YamlDocument.parse(text);
      if (document.root().isMissingNode()) {
        return SettingsLayer.NOTHING;
      }
      List<NetworkProfile> profiles = checked(document, file.resolveSibling(""));
      return layer(document, profiles);
    } catch (ConfigTrouble e) {
      throw new UsageException("%s:%d: %s".formatted(file, e.line(), e.getMessage()));
    }
  }

  /** The user's own networks, once the whole document is found to be in order. */
  private static @Nullable List<NetworkProfile> checked(YamlDocument document, Path folder)
      throws ConfigTrouble {
    Optional<ConfigTrouble> broken = new ConfigSchema().first(document);
    try {
      List<NetworkProfile> profiles = OwnProfiles.read(document, folder);
      if (broken.isPresent()) {
        throw broken.get();
      }
      return profiles;
    } catch (ConfigTrouble e) {
      throw broken.filter(first -> first.line() < e.line()).orElse(e);
    }
  }

  private static SettingsLayer layer(YamlDocument document, @Nullable List<NetworkProfile> profiles)
      throws ConfigTrouble {
    JsonNode root = document.root();
    SettingsLayer layer =
        new SettingsLayer(
            words(root.get("endpoints")),
            words(root.get("scenarios")),
            words(root.get(NETWORKS)),
            duration(root.get(DURATION)),
            duration(root.get(SAMPLE_INTERVAL)),
            root.has("repetitions") ? root.get("repetitions").asInt() : null,
            root.has("retries") ? root.get("retries").asInt() : null,
            root.has("headed") ? root.get("headed").asBoolean() : null,
            profiles);
    within(document, layer);
    requireNetworks(document, layer);
    return layer;
  }

  /** What no schema can say: how long a duration is, and how two of them go together. */
  private static void within(YamlDocument document, SettingsLayer layer) throws ConfigTrouble {
    Duration duration = layer.duration();
    Duration interval = layer.sampleInterval();
    if (duration != null) {
      held(document, DURATION, () -> RunSettings.requireDuration(duration));
    }
    if (interval != null) {
      held(document, SAMPLE_INTERVAL, () -> RunSettings.requireSampleInterval(interval));
    }
    if (duration != null && interval != null) {
      held(document, SAMPLE_INTERVAL, () -> RunSettings.requireSamples(interval, duration));
    }
  }

  private static void requireNetworks(YamlDocument document, SettingsLayer layer)
      throws ConfigTrouble {
    List<String> networks = layer.networks() == null ? List.of() : layer.networks();
    List<NetworkProfile> own = layer.profiles() == null ? List.of() : layer.profiles();
    NetworkCatalogue catalogue = NetworkCatalogue.presets().with(own);
    for (int i = 0; i < networks.size(); i++) {
      String word = networks.get(i);
      held(document, NETWORKS + "/" + i, () -> NetworkWords.parse(word, catalogue));
    }
  }

  private static void held(YamlDocument document, String key, Runnable bound) throws ConfigTrouble {
    try {
      bound.run();
    } catch (UsageException e) {
      int line = document.lineOf(JsonPointer.compile("/" + key));
      throw new ConfigTrouble(line, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable List<String> words(@Nullable JsonNode list) {
    return list == null ? null : list.values().stream().map(JsonNode::asString).toList();
  }

  private static @Nullable Duration duration(@Nullable JsonNode text) {
    return text == null ? null : Durations.parse(text.asString());
  }
}
