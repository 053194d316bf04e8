package dev.parley.harness.config;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A YAML document, and the line on which each of its values stands.
 *
 * <p>Anchors, aliases, merge keys, tags and further documents are refused: a configuration file
 * says what it says in one place. The parser does not tell of an anchor at a plain value, which
 * without an alias does nothing.
 *
 * @param root the document; missing where there are only comments
 * @param lines the line of each value, counted from 1, by its JSON pointer
 */
record YamlDocument(JsonNode root, Map<String, Integer> lines) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  YamlDocument {
    lines = Map.copyOf(lines);
  }

  /** Parses a text. */
  static YamlDocument parse(String text) throws ConfigTrouble {
    try {
      Map<String, Integer> lines = lines(text);
      return new YamlDocument(
          lines.isEmpty() ? MissingNode.getInstance() : YAML.readTree(text), lines);
    } catch (JacksonException e) {
      throw new ConfigTrouble(YamlMistake.line(e), YamlMistake.inWords(e));
    }
  }

  /** The line of a value, or of the nearest thing around it. */
  int lineOf(JsonPointer place) {
    for (JsonPointer at = place; at != null; at = at.head()) {
      Integer line = lines.get(at.toString());
      if (line != null) {
        return line;
      }
    }
    return 1;
  }

  private static Map<String, Integer> lines(String text) throws ConfigTrouble {
    Map<String, Integer> lines = new HashMap<>();
    try (YAMLParser parser = (YAMLParser) YAML.createParser(text)) {
      int depth = 0;
      boolean ended = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int line = parser.currentTokenLocation().getLineNr();
        if (ended) {
          throw new ConfigTrouble(line, "found a second document, expected one");
        }
        refuseTricks(parser, token, line);
        lines.putIfAbsent(parser.streamReadContext().pathAsPointer().toString(), line);
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        ended = depth == 0;
      }
    }
    return lines;
  }

  private static void refuseTricks(YAMLParser parser, JsonToken token, int line)
      throws ConfigTrouble {
    String what = null;
    if (parser.isCurrentAlias()) {
      what = "the alias '*" + parser.getString() + "'";
    } else if (parser.getObjectId() != null) {
      what = "the anchor '&" + parser.getObjectId() + "'";
    } else if (parser.getTypeId() != null) {
      what = "the tag '!" + parser.getTypeId() + "'";
    } else if (token == JsonToken.PROPERTY_NAME && "<<".equals(parser.currentName())) {
      what = "the merge key '<<'";
    }
    if (what != null) {
      throw new ConfigTrouble(line, "found " + what + ", expected the values themselves");
    }
  }
}
