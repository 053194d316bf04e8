package dev.parley.harness.matrix;

import dev.parley.network.model.NetworkProfile;
import dev.parley.network.preset.NetworkCatalogue;
import dev.parley.network.preset.NetworkChoice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The networks that cells go over.
 *
 * @param asked what the user asked for; empty for what each scenario runs over by default
 * @param catalogue what the names in scenarios stand for
 */
public record NetworkAxis(List<NetworkChoice> asked, NetworkCatalogue catalogue) {
  /** The axis in a cell's id. */
  public static final String NAME = "network";

  public NetworkAxis {
    asked = List.copyOf(asked);
  }

  /** What each scenario runs over by default. */
  public static NetworkAxis byDefault() {
    return new NetworkAxis(List.of(), NetworkCatalogue.presets());
  }

  /**
   * The choices that a scenario runs over and has the participants for.
   *
   * @throws UsageException if the scenario names a network that does not exist
   */
  List<NetworkChoice> of(ScenarioMethod scenario, List<String> participants) {
    return (scenario.ownNetwork() || asked.isEmpty() ? own(scenario) : asked)
        .stream().filter(choice -> choice.fits(participants)).toList();
  }

  private List<NetworkChoice> own(ScenarioMethod scenario) {
    try {
      return scenario.networks().stream()
          .map(text -> NetworkChoice.parse(text, catalogue))
          .distinct()
          .toList();
    } catch (IllegalArgumentException e) {
      throw new UsageException("scenario %s: %s".formatted(scenario.key(), e.getMessage()));
    }
  }

  /** What a cell's id says of a choice; null where it is left out. */
  static @Nullable String named(ScenarioMethod scenario, NetworkChoice choice) {
    boolean only = scenario.ownNetwork() && scenario.networks().size() == 1;
    return only || choice.isDirect() ? null : choice.text();
  }

  /** The name of a participant's access link. */
  static String linkOf(NetworkChoice choice, List<String> participants, String participant) {
    Map<String, NetworkProfile> profiles = choice.profiles(participants);
    NetworkProfile profile = profiles.get(participant);
    return profile == null ? NetworkChoice.DIRECT.text() : profile.name();
  }

  /** The choice that the id of a cell stands for, in words. */
  public static String asked(Map<String, String> axes) {
    return axes.getOrDefault(NAME, NetworkChoice.DIRECT.text());
  }
}
