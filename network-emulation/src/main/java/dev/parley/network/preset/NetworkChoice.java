package dev.parley.network.preset;

import dev.parley.network.model.InvalidProfileException;
import dev.parley.network.model.NetworkProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One choice of networks for the participants of a call, as in {@code loss-5}, {@code
 * 3g@offerer+loss-5@answerer} or {@code direct}.
 *
 * <p>A name alone is the answerer's access link; {@code @offerer}, {@code @both} or {@code @} and a
 * participant's name say otherwise. Whoever is not named has a perfect link. {@code direct} is
 * without any emulation.
 */
public final class NetworkChoice {
  /** Without any emulation. */
  public static final NetworkChoice DIRECT = new NetworkChoice("direct", new TreeMap<>());

  /** Through the emulation, which does nothing: the control. */
  public static final NetworkChoice IDEAL = new NetworkChoice("ideal", new TreeMap<>());

  static final Set<String> RESERVED = Set.of("direct");

  private static final String OFFERER = "offerer";
  private static final String ANSWERER = "answerer";
  private static final String BOTH = "both";

  private final String text;
  private final Map<String, NetworkProfile> places;

  private NetworkChoice(String text, Map<String, NetworkProfile> places) {
    this.text = text;
    this.places = Map.copyOf(places);
  }

  /**
   * Reads a choice.
   *
   * @throws UnknownNetworkException with the nearest names, if a network is not known
   * @throws InvalidProfileException with what was found and expected, if it is of another form
   */
  public static NetworkChoice parse(String text, NetworkCatalogue catalogue) {
    if (text.equals(DIRECT.text)) {
      return DIRECT;
    }
    Map<String, NetworkProfile> places = new TreeMap<>(NetworkChoice::inOrder);
    for (String part : text.split("\\+", -1)) {
      int at = part.indexOf('@');
      String name = at < 0 ? part : part.substring(0, at);
      String where = at < 0 ? ANSWERER : part.substring(at + 1);
      require(name, where, text);
      NetworkProfile profile = catalogue.get(name).profile();
      for (String place : where.equals(BOTH) ? List.of(OFFERER, ANSWERER) : List.of(where)) {
        if (places.put(place, profile) != null) {
          throw new InvalidProfileException(
              "found two networks of the %s in '%s', expected one".formatted(place, text));
        }
      }
    }
    places.values().removeIf(profile -> profile.name().equals(IDEAL.text));
    return places.isEmpty() ? IDEAL : new NetworkChoice(written(places), places);
  }

  private static void require(String name, String where, String text) {
    if (RESERVED.contains(name)) {
      throw new InvalidProfileException(
          "found '%s' within '%s', expected it alone: it is without any emulation"
              .formatted(name, text));
    }
    if (name.isEmpty() || !where.matches("[A-Za-z0-9._-]+")) {
      throw new InvalidProfileException(
          "found network '%s', expected NAME, NAME@offerer, NAME@both or NAME@PARTICIPANT, several"
                  .formatted(text)
              + " of them joined by +");
    }
  }

  private static String written(Map<String, NetworkProfile> places) {
    NetworkProfile offerer = places.get(OFFERER);
    NetworkProfile answerer = places.get(ANSWERER);
    List<String> parts = new ArrayList<>();
    Map<String, NetworkProfile> left = new TreeMap<>(NetworkChoice::inOrder);
    left.putAll(places);
    if (places.size() == 1 && answerer != null) {
      return answerer.name();
    }
    if (offerer != null && offerer.equals(answerer)) {
      parts.add(offerer.name() + "@" + BOTH);
      left.keySet().removeAll(List.of(OFFERER, ANSWERER));
    }
    left.forEach((place, profile) -> parts.add(profile.name() + "@" + place));
    return String.join("+", parts);
  }

  /** The offerer first, then the answerer, then others by name. */
  private static int inOrder(String left, String right) {
    List<String> first = List.of(ANSWERER, OFFERER);
    int byRole = Integer.compare(first.indexOf(right), first.indexOf(left));
    return byRole != 0 ? byRole : left.compareTo(right);
  }

  /** Its one spelling, as a cell's id has it: letters, digits and {@code . _ @ + -}. */
  public String text() {
    return text;
  }

  /** Whether there is no emulation. */
  public boolean isDirect() {
    return text.equals(DIRECT.text);
  }

  /**
   * Whether a call has a place for each of the networks: a choice of {@code 3g@p3} is none for a
   * call of two.
   */
  public boolean fits(List<String> participants) {
    return places.keySet().stream()
            .map(place -> seat(place, participants))
            .filter(seat -> seat >= 0)
            .distinct()
            .count()
        == places.size();
  }

  /**
   * The access link of every participant; empty where there is no emulation.
   *
   * @param participants names in role order, as in {@code [offerer, answerer]}; where nobody is
   *     called so, the offerer is the first, and the answerer the last of them
   * @throws InvalidProfileException if the choice does not fit them
   */
  public Map<String, NetworkProfile> profiles(List<String> participants) {
    if (isDirect()) {
      return Map.of();
    }
    if (!fits(participants)) {
      throw new InvalidProfileException(
          "found network '%s' in a call of %s, expected one for participants that it has"
              .formatted(text, String.join(", ", participants)));
    }
    Map<String, NetworkProfile> profiles = new HashMap<>();
    participants.forEach(name -> profiles.put(name, NetworkProfile.ideal()));
    places.forEach(
        (place, profile) -> profiles.put(participants.get(seat(place, participants)), profile));
    return Collections.unmodifiableMap(profiles);
  }

  private static int seat(String place, List<String> participants) {
    int named = participants.indexOf(place);
    if (named < 0 && place.equals(OFFERER)) {
      return 0;
    }
    return named < 0 && place.equals(ANSWERER) ? participants.size() - 1 : named;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkChoice choice
        && choice.text.equals(text)
        && choice.places.equals(places);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
