package dev.parley.harness.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.harness.matrix.NameDistance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema of configuration files, and what it has to say about one of them. */
final class ConfigSchema {
  static final String RESOURCE = "parley-config-1.schema.json";

  private final JsonNode json;
  private final Schema schema;

  ConfigSchema() {
    try (InputStream stream = ConfigSchema.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      json = JsonMapper.shared().readTree(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json);
  }

  /**
   * Tells of the first place, from the top, where a document breaks the schema; not of what is
   * within the user's own networks, whose reader says more of it.
   */
  Optional<ConfigTrouble> first(YamlDocument document) {
    return schema.validate(document.root()).stream()
        .filter(error -> !pointer(error).toString().startsWith("/" + OwnProfiles.KEY))
        .map(error -> trouble(error, document))
        .min(Comparator.comparingInt(ConfigTrouble::line));
  }

  private static JsonPointer pointer(Error error) {
    return JsonPointer.compile(error.getInstanceLocation().toString());
  }

  private ConfigTrouble trouble(Error error, YamlDocument document) {
    JsonPointer place = pointer(error);
    if ("additionalProperties".equals(error.getKeyword())) {
      JsonPointer key = place.appendProperty(error.getProperty());
      return new ConfigTrouble(document.lineOf(key), unknownKey(error.getProperty()));
    }
    return new ConfigTrouble(
        document.lineOf(place),
        "found %s%s, expected %s"
            .formatted(keyOf(place), described(document.root().at(place)), expected(place)));
  }

  private String unknownKey(String key) {
    List<String> known = List.copyOf(json.path("properties").propertyNames());
    return "found key '%s', expected one of %s; the nearest is '%s'"
        .formatted(key, String.join(", ", known), NameDistance.nearest(key, known).orElseThrow());
  }

  private static String keyOf(JsonPointer place) {
    String path = place.toString();
    return path.isEmpty() ? "" : path.substring(1).replace('/', '.') + ": ";
  }

  private String expected(JsonPointer place) {
    JsonNode node = json;
    for (JsonPointer at = place; !at.matches(); at = at.tail()) {
      node =
          node.has("items")
              ? node.path("items")
              : node.path("properties").path(at.getMatchingProperty());
    }
    return place.matches()
        ? "keys with values, as in duration: 10s"
        : node.path("description").asString();
  }

  private static String described(JsonNode found) {
    return switch (found.getNodeType()) {
      case NULL, MISSING -> "nothing";
      case ARRAY -> found.isEmpty() ? "an empty list" : "a list of " + found.size();
      case OBJECT -> "keys of its own";
      case STRING -> "'" + shortened(found.asString()) + "'";
      default -> shortened(found.toString());
    };
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }
}
