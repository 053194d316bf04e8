package dev.parley.network.trace;

import dev.parley.network.model.Direction;
import dev.parley.network.model.Trace;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the bundled traces: the same seeds give the same files, byte for byte, on every machine.
 *
 * <p>To write them anew after a change of their parameters:
 *
 * <pre>{@code
 * java -cp network-emulation/target/classes dev.parley.network.trace.TraceGenerator \
 *     network-emulation/src/main/resources/dev/parley/network/trace
 * }</pre>
 */
public final class TraceGenerator {
  private TraceGenerator() {}

  /** Writes every bundled trace into the folder that the first argument names. */
  public static void main(String... arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "found %d arguments, expected the folder for the traces".formatted(arguments.length));
    }
    for (BundledTrace bundled : BundledTrace.all()) {
      for (Direction direction : Direction.values()) {
        Files.writeString(
            Path.of(arguments[0], bundled.fileName(direction)),
            text(bundled, direction),
            StandardCharsets.US_ASCII);
      }
    }
  }

  /** A bundled trace as its file has it. */
  static String text(BundledTrace bundled, Direction direction) {
    StringWriter text = new StringWriter();
    try {
      write(bundled.make(direction), text);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail", e);
    }
    return text.toString();
  }

  /** Writes a trace in Mahimahi's format. */
  static void write(Trace trace, Writer out) throws IOException {
    for (int i = 0; i < trace.size(); i++) {
      out.write(trace.millis(i) + "\n");
    }
  }
}
