package dev.parley.pages;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Reads and checks what pages send. */
final class InboundParser {
  static final int VERSION = 1;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private InboundParser() {}

  static Inbound parse(String text) throws ProtocolException {
    JsonNode node = read(text);
    if (!node.isObject()) {
      throw ProtocolException.malformed("a message that is no JSON object");
    }
    JsonNode version = node.path("v");
    if (!version.isInt() || version.intValue() != VERSION) {
      throw ProtocolException.version(
          "protocol version " + (version.isMissingNode() ? "missing" : version) + ", expected 1");
    }
    return byType(node);
  }

  private static JsonNode read(String text) throws ProtocolException {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw ProtocolException.malformed("a message that is no JSON: " + e.getOriginalMessage());
    }
  }

  private static Inbound byType(JsonNode node) throws ProtocolException {
    String type = text(node, "type");
    return switch (type) {
      case "hello" -> new Inbound.Observed(hello(node));
      case "pong" -> new Inbound.Pong(whole(node, "id"), number(node, "pageMs"));
      case "signal" -> new Inbound.Signal(text(node, "to"), object(node, "signal"));
      case "reply" -> reply(node);
      case "event" -> new Inbound.Observed(event(node));
      case "stats" -> new Inbound.Observed(stats(node));
      case "console" ->
          new Inbound.Observed(
              new PageMessage.Console(
                  number(node, "pageMs"), text(node, "level"), text(node, "text")));
      default -> throw ProtocolException.malformed("a message of unknown type '" + type + "'");
    };
  }

  private static PageMessage hello(JsonNode node) throws ProtocolException {
    return new PageMessage.Hello(
        text(node, "userAgent"),
        text(node, "platform"),
        number(node, "timeOrigin"),
        number(node, "pageMs"),
        node.path("crossOriginIsolated").asBoolean(false),
        text(node, "visibility"));
  }

  private static PageMessage event(JsonNode node) throws ProtocolException {
    return new PageMessage.Event(
        number(node, "pageMs"), pc(node), text(node, "name"), object(node, "data"));
  }

  private static PageMessage stats(JsonNode node) throws ProtocolException {
    JsonNode report = node.path("report");
    if (!report.isArray()) {
      throw ProtocolException.malformed("stats without a report array");
    }
    return new PageMessage.Stats(
        number(node, "pageMs"),
        text(node, "pc"),
        whole(node, "number"),
        report,
        number(node, "costMs"),
        number(node, "timerLateMs"));
  }

  private static Inbound reply(JsonNode node) throws ProtocolException {
    long id = whole(node, "id");
    if (node.path("ok").asBoolean(false)) {
      JsonNode value = node.path("value");
      return new Inbound.Reply(id, value.isMissingNode() ? NullNode.getInstance() : value, null);
    }
    JsonNode error = object(node, "error");
    return new Inbound.Reply(
        id,
        NullNode.getInstance(),
        new PageCommandException(text(error, "name"), text(error, "message")));
  }

  private static @Nullable String pc(JsonNode node) throws ProtocolException {
    JsonNode pc = node.path("pc");
    return pc.isMissingNode() || pc.isNull() ? null : text(node, "pc");
  }

  private static String text(JsonNode node, String member) throws ProtocolException {
    JsonNode value = node.path(member);
    if (!value.isString()) {
      throw missing(node, member, "a string");
    }
    return value.stringValue();
  }

  private static double number(JsonNode node, String member) throws ProtocolException {
    JsonNode value = node.path(member);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw missing(node, member, "a number");
    }
    return value.doubleValue();
  }

  private static long whole(JsonNode node, String member) throws ProtocolException {
    JsonNode value = node.path(member);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw missing(node, member, "a whole number");
    }
    return value.longValue();
  }

  private static JsonNode object(JsonNode node, String member) throws ProtocolException {
    JsonNode value = node.path(member);
    if (!value.isObject()) {
      throw missing(node, member, "an object");
    }
    return value;
  }

  private static ProtocolException missing(JsonNode node, String member, String expected) {
    return ProtocolException.malformed(
        "a message of type " + node.path("type") + " whose " + member + " is not " + expected);
  }
}
