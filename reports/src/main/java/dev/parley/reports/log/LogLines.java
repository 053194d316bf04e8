package dev.parley.reports.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a log as bytes, one at a time, in a buffer that is used again. */
final class LogLines {
  private static final int LONGEST = 64 * 1024 * 1024;

  private final InputStream in;
  private final byte[] chunk = new byte[64 * 1024];
  private int chunkAt;
  private int chunkEnd;
  private byte[] line = new byte[16 * 1024];
  private int length;
  private boolean terminated;
  private boolean tooLong;

  LogLines(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    terminated = false;
    tooLong = false;
    boolean any = false;
    while (!terminated && fill()) {
      any = true;
      int end = chunkAt;
      while (end < chunkEnd && chunk[end] != '\n') {
        end++;
      }
      add(chunkAt, end);
      terminated = end < chunkEnd;
      chunkAt = terminated ? end + 1 : end;
    }
    return any;
  }

  /** The line's bytes, valid up to {@link #length()} and until the next line. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** Whether the line ended in a line feed; only the last may not. */
  boolean isTerminated() {
    return terminated;
  }

  /** Whether the line was longer than any that is written; its bytes are not all there. */
  boolean isTooLong() {
    return tooLong;
  }

  private boolean fill() throws IOException {
    if (chunkAt == chunkEnd) {
      chunkAt = 0;
      chunkEnd = Math.max(0, in.read(chunk));
    }
    return chunkEnd > 0;
  }

  private void add(int from, int to) {
    int size = to - from;
    if (length + size > LONGEST) {
      tooLong = true;
      return;
    }
    if (length + size > line.length) {
      line = Arrays.copyOf(line, Math.max(length + size, 2 * line.length));
    }
    System.arraycopy(chunk, from, line, length, size);
    length += size;
  }
}
