package dev.parley.reports.log;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.RunEvent;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One event as one line of JSON, both ways. */
public final class EventJson {
  private final Redactor redactor;
  private final JsonMapper mapper;

  /** Lines whose text goes through this redactor as they are written. */
  public EventJson(Redactor redactor) {
    this.redactor = redactor;
    this.mapper = LogMapper.create(redactor);
  }

  /**
   * Writes one line, with its line feed.
   *
   * @throws IllegalArgumentException if the event holds what JSON cannot, such as NaN
   */
  public byte[] write(LoggedEvent logged) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    try (JsonGenerator out = mapper.createGenerator(line)) {
      out.writeStartObject();
      out.writeNumberProperty("seq", logged.seq());
      out.writeNumberProperty("t", BigDecimal.valueOf(Math.round(logged.runMs() * 1000), 3));
      out.writeStringProperty("wall", logged.wall().toString());
      AttemptKey key = logged.cell();
      if (key != null) {
        out.writeStringProperty("cell", key.cell().toString());
        out.writeNumberProperty("rep", key.repetition());
        out.writeNumberProperty("attempt", key.attempt());
      }
      out.writeStringProperty("type", EventTypes.nameOf(logged.event()));
      out.writePOJOProperty("data", data(logged.event()));
      out.writeEndObject();
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "cannot write " + EventTypes.nameOf(logged.event()) + ": " + e.getOriginalMessage(), e);
    }
    line.write('\n');
    return line.toByteArray();
  }

  private Object data(RunEvent event) {
    if (event instanceof RunEvent.Sample sample) {
      return SampleJson.of(sample);
    }
    return event instanceof RunEvent.Unknown unknown ? unknown.data() : redactor.event(event);
  }

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException with what is wrong, if it is no event
   */
  public LoggedEvent read(byte[] bytes, int length) {
    try (JsonParser in = mapper.createParser(bytes, 0, length)) {
      Line line = line(in);
      if (in.nextToken() != null) {
        throw new IllegalArgumentException("found more than one JSON object in the line");
      }
      return line.logged();
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("found no wall time: " + e.getMessage(), e);
    }
  }

  /** The schema version that a log's first line names; 0 where it names none. */
  int schemaOf(byte[] bytes, int length) {
    try {
      return mapper.readTree(bytes, 0, length).path("data").path("schema").asInt(0);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private Line line(JsonParser in) {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("found no JSON object");
    }
    Line line = new Line();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "seq" -> line.seq = in.getLongValue();
        case "t" -> line.runMs = in.getDoubleValue();
        case "wall" -> line.wall = Instant.parse(in.getString());
        case "cell" -> line.cell = CellId.parse(in.getString());
        case "rep" -> line.repetition = in.getIntValue();
        case "attempt" -> line.attempt = in.getIntValue();
        case "type" -> line.type = in.getString();
        case "data" -> line.read(in, mapper);
        default -> in.skipChildren();
      }
    }
    line.resolve(mapper);
    return line;
  }

  /** A line as far as it has been read. */
  private static final class Line {
    private long seq;
    private double runMs = Double.NaN;
    private @Nullable Instant wall;
    private @Nullable CellId cell;
    private int repetition;
    private int attempt;
    private @Nullable String type;
    private @Nullable RunEvent event;
    private @Nullable JsonNode early;

    /** Reads the data straight into its record, or, where the type comes later, into a tree. */
    private void read(JsonParser in, JsonMapper mapper) {
      Class<?> target = type == null ? null : target(type);
      if (target == null) {
        early =
            mapper
                .readerFor(JsonNode.class)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readValue(in);
      } else {
        event = event(mapper.readValue(in, target));
      }
    }

    private void resolve(JsonMapper mapper) {
      if (event != null || early == null || type == null) {
        return;
      }
      Class<?> target = target(type);
      event =
          target == null
              ? new RunEvent.Unknown(type, early)
              : event(mapper.treeToValue(early, target));
    }

    private static @Nullable Class<?> target(String type) {
      Class<? extends RunEvent> known = EventTypes.recordOf(type);
      return known == RunEvent.Sample.class ? SampleJson.class : known;
    }

    private static RunEvent event(Object read) {
      return read instanceof SampleJson sample ? sample.sample() : (RunEvent) read;
    }

    private LoggedEvent logged() {
      if (seq < 1 || Double.isNaN(runMs) || wall == null || event == null) {
        throw new IllegalArgumentException("found no event: seq, t, wall, type or data is missing");
      }
      AttemptKey key = cell == null ? null : new AttemptKey(cell, repetition, attempt);
      return new LoggedEvent(seq, runMs, wall, key, event);
    }
  }
}
