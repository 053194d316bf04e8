package dev.parley.network.preset;

import dev.parley.network.model.InvalidProfileException;
import dev.parley.network.model.NetworkProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every network that can be asked for by name: the presets, and those of the user's own. */
public final class NetworkCatalogue {
  /** What the user's own networks give as their source. */
  public static final String OWN = "parley.yaml";

  private static final int SUGGESTIONS = 3;

  private final Map<String, Preset> byName;

  private NetworkCatalogue(List<Preset> presets) {
    Map<String, Preset> map = new LinkedHashMap<>();
    for (Preset preset : presets) {
      if (NetworkChoice.RESERVED.contains(preset.name()) || map.containsKey(preset.name())) {
        throw new InvalidProfileException(
            "found profile '%s', expected a name that no preset has".formatted(preset.name()));
      }
      map.put(preset.name(), preset);
    }
    byName = Collections.unmodifiableMap(map);
  }

  /** The presets alone. */
  public static NetworkCatalogue presets() {
    List<Preset> all = new ArrayList<>();
    all.add(new Preset(NetworkProfile.ideal(), "Parley"));
    all.addAll(PublishedPresets.all());
    all.addAll(LossPresets.all());
    all.addAll(TracePresets.all());
    all.addAll(Rfc8867Cases.all());
    all.addAll(Rfc8868Grid.all());
    return new NetworkCatalogue(all);
  }

  /**
   * These, and networks of the user's own.
   *
   * @throws InvalidProfileException if one has a name that is taken: results of one name must be
   *     results of one network
   */
  public NetworkCatalogue with(List<NetworkProfile> own) {
    List<Preset> all = new ArrayList<>(byName.values());
    own.forEach(profile -> all.add(new Preset(profile, OWN)));
    return new NetworkCatalogue(all);
  }

  /** All of them, the user's own last. */
  public List<Preset> all() {
    return List.copyOf(byName.values());
  }

  /** All names. */
  public Set<String> names() {
    return byName.keySet();
  }

  /**
   * The network of this name.
   *
   * @throws UnknownNetworkException with the nearest names, if there is none
   */
  public Preset get(String name) {
    Preset preset = byName.get(name);
    if (preset == null) {
      throw new UnknownNetworkException(
          name, new NearestNames(byName.keySet()).to(name, SUGGESTIONS));
    }
    return preset;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkCatalogue catalogue && catalogue.byName.equals(byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  @Override
  public String toString() {
    return "%d networks".formatted(byName.size());
  }
}
