package dev.parley.harness.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One stats object, read with suspicion: it came from a page.
 *
 * @param kind {@code audio}, {@code video}, or empty for what has no kind
 */
record Stat(String id, String type, String kind, JsonNode node) {

  private static final long MAX_SSRC = 0xFFFF_FFFFL;

  /** Reads a stats object; empty for anything that is none. */
  static Optional<Stat> of(JsonNode node) {
    JsonNode id = node.path("id");
    JsonNode type = node.path("type");
    if (!id.isString() || !type.isString()) {
      return Optional.empty();
    }
    JsonNode kind = node.path("kind");
    return Optional.of(
        new Stat(
            id.stringValue(), type.stringValue(), kind.isString() ? kind.stringValue() : "", node));
  }

  /** Whether a member is there, whatever its value; a dot leads into a nested object. */
  boolean has(String member) {
    return !at(member).isMissingNode();
  }

  /** A member that is a finite number. */
  OptionalDouble number(String member) {
    JsonNode value = at(member);
    return value.isNumber() && Double.isFinite(value.doubleValue())
        ? OptionalDouble.of(value.doubleValue())
        : OptionalDouble.empty();
  }

  /** A member that is a text with something in it. */
  Optional<String> text(String member) {
    JsonNode value = node.path(member);
    return value.isString() && !value.stringValue().isEmpty()
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }

  /** The synchronisation source; absent where it is no 32-bit number. */
  @Nullable Long ssrc() {
    JsonNode value = node.path("ssrc");
    return value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= 0
            && value.longValue() <= MAX_SSRC
        ? value.longValue()
        : null;
  }

  /** Whether it is about sound or pictures. */
  boolean isMedia() {
    return kind.equals("audio") || kind.equals("video");
  }

  /** The names of all members, nested ones with a dot. */
  List<String> members() {
    List<String> names = new ArrayList<>();
    node.properties()
        .forEach(
            member -> {
              names.add(member.getKey());
              member
                  .getValue()
                  .properties()
                  .forEach(nested -> names.add(member.getKey() + "." + nested.getKey()));
            });
    return names;
  }

  private JsonNode at(String member) {
    int dot = member.indexOf('.');
    return dot < 0
        ? node.path(member)
        : node.path(member.substring(0, dot)).path(member.substring(dot + 1));
  }
}
