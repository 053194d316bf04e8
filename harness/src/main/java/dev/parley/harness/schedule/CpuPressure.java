package dev.parley.harness.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Linux's pressure stall information for the CPU, where there is any
 * (Documentation/accounting/psi.rst).
 */
final class CpuPressure {
  private static final Pattern SOME = Pattern.compile("(?m)^some .*\\btotal=(\\d{1,18})$");

  private final Path file;
  private OptionalLong lastMicros = OptionalLong.empty();
  private long lastNanos;

  CpuPressure(Path file) {
    this.file = file;
  }

  /**
   * The share of time since the last call in which some task waited for a CPU, 0..1.
   *
   * @return absent at the first call, and where the system does not tell
   */
  @Nullable Double shareSinceLast(long nowNanos) {
    OptionalLong micros = read();
    OptionalLong before = lastMicros;
    double elapsed = (nowNanos - lastNanos) / 1e3;
    lastMicros = micros;
    lastNanos = nowNanos;
    if (micros.isEmpty() || before.isEmpty() || elapsed <= 0) {
      return null;
    }
    double waited = micros.getAsLong() - before.getAsLong();
    return Math.min(1, Math.max(0, waited / elapsed));
  }

  private OptionalLong read() {
    try {
      Matcher some = SOME.matcher(Files.readString(file));
      return some.find() ? OptionalLong.of(Long.parseLong(some.group(1))) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
