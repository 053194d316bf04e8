package dev.parley.harness.config;

import dev.parley.network.config.InvalidSettingException;
import dev.parley.network.config.ProfileReader;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.preset.NetworkCatalogue;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The networks that a configuration file defines; the network module knows what they can be. */
final class OwnProfiles {
  /** Their key in the file. */
  static final String KEY = "profiles";

  private OwnProfiles() {}

  /**
   * Reads them.
   *
   * @param folder of the file, from which traces are looked for
   * @return null where the file says nothing of them
   */
  static @Nullable List<NetworkProfile> read(YamlDocument document, Path folder)
      throws ConfigTrouble {
    JsonNode profiles = document.root().get(KEY);
    if (profiles == null) {
      return null;
    }
    try {
      return new ProfileReader(NetworkCatalogue.presets(), folder)
          .read(profiles, JsonPointer.compile("/" + KEY));
    } catch (InvalidSettingException e) {
      throw new ConfigTrouble(document.lineOf(e.place()), String.valueOf(e.getMessage()));
    }
  }
}
