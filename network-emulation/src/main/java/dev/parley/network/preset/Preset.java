package dev.parley.network.preset;

import dev.parley.network.model.NetworkProfile;

/**
 * A network that can be asked for by its name.
 *
 * @param profile what it does; its description names the source too
 * @param source who published the figures, as in {@code Loadero} or {@code RFC 8867}
 */
public record Preset(NetworkProfile profile, String source) {

  /** The name that it is asked for by. */
  public String name() {
    return profile.name();
  }
}
