package dev.parley.network.trace;

import dev.parley.network.model.Trace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Mahimahi's packet-delivery traces ({@code mm-link(1)}): one line for each opportunity to deliver
 * 1500 bytes, with its time in whole milliseconds since the start; times do not fall, and the last
 * one is the trace's length.
 */
public final class MahimahiText {
  /** The longest trace: 24 h. */
  static final int MOST_MILLIS = 86_400_000;

  /** The most opportunities, 10 Gbit/s over 24 s. */
  static final int MOST_LINES = 20_000_000;

  private final String file;
  private int[] times = new int[1024];
  private int count;

  private MahimahiText(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidTraceException with file, line, what was found and what was expected
   */
  public static Trace read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidTraceException(
          file.toString(),
          Files.exists(file)
              ? "found no regular file, expected a trace"
              : "found no such file, expected a trace");
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
      return parse(file.toString(), String.valueOf(file.getFileName()), reader);
    } catch (CharacterCodingException e) {
      throw new InvalidTraceException(
          file.toString(), "found bytes that are no ASCII text, expected a trace");
    } catch (IOException e) {
      throw new InvalidTraceException(file.toString(), "cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads a text.
   *
   * @param file what errors call it
   * @param name the trace's name
   * @throws InvalidTraceException with file, line, what was found and what was expected
   */
  public static Trace parse(String file, String name, Reader text) throws IOException {
    MahimahiText parsed = new MahimahiText(file);
    BufferedReader lines = new BufferedReader(text);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      parsed.add(line);
    }
    return parsed.trace(name);
  }

  private void add(String line) {
    int number = count + 1;
    if (number > MOST_LINES) {
      throw new InvalidTraceException(
          file, number, "found more than %d lines".formatted(MOST_LINES));
    }
    long millis = whole(number, line);
    if (millis < 0 || millis > MOST_MILLIS) {
      throw trouble(number, line, "0 to %d ms (24 h)".formatted(MOST_MILLIS));
    }
    if (count > 0 && millis < times[count - 1]) {
      throw trouble(number, line + " after " + times[count - 1], "times that do not fall");
    }
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
    }
    times[count++] = (int) millis;
  }

  /** By hand: a trace has as many lines as a link has packets. */
  private long whole(int number, String line) {
    int start = line.startsWith("-") ? 1 : 0;
    boolean digits = line.length() > start && line.length() <= start + 18;
    long millis = 0;
    for (int i = start; digits && i < line.length(); i++) {
      int digit = line.charAt(i) - '0';
      digits = digit >= 0 && digit <= 9;
      millis = 10 * millis + digit;
    }
    if (!digits) {
      throw trouble(number, quoted(line), "a whole number of milliseconds");
    }
    return start == 0 ? millis : -millis;
  }

  private Trace trace(String name) {
    if (count == 0) {
      throw new InvalidTraceException(
          file, "found an empty trace, expected a time in milliseconds on each line");
    }
    if (times[count - 1] == 0) {
      throw trouble(count, "0 in the last line", "a time after 0 ms: it is the trace's length");
    }
    return new Trace(name, Arrays.copyOf(times, count));
  }

  private InvalidTraceException trouble(int line, String found, String expected) {
    return new InvalidTraceException(
        file, line, "found %s, expected %s".formatted(found, expected));
  }

  private static String quoted(String line) {
    if (line.isBlank()) {
      return "a blank line";
    }
    String shown = line.replaceAll("\\p{Cntrl}", "?");
    return "'" + (shown.length() <= 40 ? shown : shown.substring(0, 37) + "...") + "'";
  }
}
