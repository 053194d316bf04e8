package dev.parley.network.config;

import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.preset.NetworkCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Reads the user's own networks: a map of names to what each of them is.
 *
 * <p>Every key may be left out. A network begins as the one that it {@code extends}, a preset or
 * one written above it, or else as a perfect link; {@code both} changes both directions of it,
 * {@code up} and {@code down} one each; a {@code schedule} takes the place of the other's.
 */
public final class ProfileReader {
  private static final String EXPECTED =
      "keys of a network, as in {extends: dsl, both: {loss: 2%}}";

  private final NetworkCatalogue presets;
  private final LinkReader links;
  private final ScheduleReader schedules;

  /**
   * A reader.
   *
   * @param presets what can be extended
   * @param folder from which traces are looked for
   */
  public ProfileReader(NetworkCatalogue presets, Path folder) {
    this.presets = presets;
    this.links = new LinkReader(folder);
    this.schedules = new ScheduleReader(links);
  }

  /**
   * Reads all of them, in their order.
   *
   * @param place where they stand in their document
   * @throws InvalidSettingException with the place, what was found, and what was expected
   */
  public List<NetworkProfile> read(JsonNode profiles, JsonPointer place) {
    Setting all = new Setting(profiles, place);
    if (!profiles.isObject()) {
      throw all.unlike("networks of your own by name, as in office: {extends: dsl}");
    }
    List<NetworkProfile> own = new ArrayList<>();
    NetworkCatalogue known = presets;
    for (String name : profiles.propertyNames()) {
      Setting setting = all.required(name);
      NetworkCatalogue above = known;
      NetworkProfile profile = setting.made(() -> profile(name, setting, above));
      known = setting.made(() -> above.with(List.of(profile)));
      own.add(profile);
    }
    return own;
  }

  private NetworkProfile profile(String name, Setting setting, NetworkCatalogue known) {
    setting.keys(EXPECTED, List.of("description", "extends", "both", "up", "down", "schedule"));
    NetworkProfile base =
        setting.at("extends").map(s -> base(s, known)).orElseGet(NetworkProfile::ideal);
    return new NetworkProfile(
        name,
        setting.at("description").map(ProfileReader::description).orElseGet(() -> described(base)),
        link(base.uplink(), setting, "up"),
        link(base.downlink(), setting, "down"),
        setting.at("schedule").map(schedules::read).orElse(base.schedule()));
  }

  private static NetworkProfile base(Setting setting, NetworkCatalogue known) {
    String name = setting.word("a preset, or a profile written above");
    return setting.made(() -> known.get(name).profile());
  }

  private static String description(Setting setting) {
    String text = setting.word("a description in a few words");
    if (text.isBlank() || text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
      throw setting.unlike("a description in one line of 1 to 200 characters");
    }
    return text;
  }

  private static String described(NetworkProfile base) {
    return "as " + base.name() + ", changed (" + NetworkCatalogue.OWN + ")";
  }

  private LinkProfile link(LinkProfile base, Setting setting, String direction) {
    LinkProfile both = setting.at("both").map(s -> links.read(base, s)).orElse(base);
    return setting.at(direction).map(s -> links.read(both, s)).orElse(both);
  }
}
