package dev.parley.network.config;

import dev.parley.network.preset.NearestNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A value of a document, and where it stands there.
 *
 * @param node the value
 * @param place its pointer
 */
record Setting(JsonNode node, JsonPointer place) {

  /** Refuses this value. */
  InvalidSettingException unlike(String expected) {
    return new InvalidSettingException(
        place, "found %s: %s, expected %s".formatted(path(), described(), expected));
  }

  /** Makes a value of the model, which itself refuses what cannot be. */
  <T> T made(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (InvalidSettingException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(place, "%s (%s)".formatted(e.getMessage(), path()));
    }
  }

  /** The value of a key; empty where there is none. */
  Optional<Setting> at(String key) {
    return node.has(key)
        ? Optional.of(new Setting(node.get(key), place.appendProperty(key)))
        : Optional.empty();
  }

  /** The value of a key that has to be there. */
  Setting required(String key) {
    return at(key).orElseThrow(() -> unlike("a key '" + key + "' as well"));
  }

  /** The elements of a list. */
  List<Setting> elements(String expected) {
    if (!node.isArray()) {
      throw unlike(expected);
    }
    return IntStream.range(0, node.size())
        .mapToObj(i -> new Setting(node.get(i), place.appendIndex(i)))
        .toList();
  }

  /** Refuses other keys than these, and what has none. */
  void keys(String expected, List<String> known) {
    if (!node.isObject() || node.isEmpty()) {
      throw unlike(expected);
    }
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw new InvalidSettingException(
            place.appendProperty(key),
            "found key '%s' in %s, expected one of %s; the nearest is '%s'"
                .formatted(
                    key,
                    path(),
                    String.join(", ", known),
                    new NearestNames(known).to(key, 1).get(0)));
      }
    }
  }

  /** Which of these keys is there: exactly one has to be. */
  String oneOf(String expected, List<String> keys) {
    List<String> found = keys.stream().filter(node::has).toList();
    if (found.size() != 1) {
      throw unlike(expected);
    }
    return found.get(0);
  }

  boolean isObject() {
    return node.isObject();
  }

  /** A word or a number, as it is written. */
  String word(String expected) {
    if (!node.isString() && !node.isNumber()) {
      throw unlike(expected);
    }
    return node.asString();
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw unlike("true or false");
    }
    return node.asBoolean();
  }

  /** A whole number; its bounds are the model's matter. */
  int whole(String expected) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw unlike(expected);
    }
    return node.asInt();
  }

  /** A number with or without a fraction. */
  double number(String expected) {
    if (!node.isNumber()) {
      throw unlike(expected);
    }
    return node.asDouble();
  }

  private String path() {
    return place.matches() ? "the profiles" : place.toString().substring(1).replace('/', '.');
  }

  private String described() {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> "nothing";
      case ARRAY -> node.isEmpty() ? "an empty list" : "a list of " + node.size();
      case OBJECT ->
          node.isEmpty() ? "no keys" : "the keys " + String.join(", ", node.propertyNames());
      case STRING -> "'" + shortened(node.asString()) + "'";
      default -> shortened(node.toString());
    };
  }

  private static String shortened(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }
}
