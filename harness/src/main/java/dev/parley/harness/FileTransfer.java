package dev.parley.harness;

import org.jspecify.annotations.Nullable;

/**
 * What became of a file that was sent over a data channel.
 *
 * @param bytes its size
 * @param equal whether the far end had the same bytes, by their SHA-256
 * @param error what went wrong, if anything
 * @param seconds until the far end had it whole, in {@code s}; absent where it never had
 * @param waits how often the sender waited for room in the channel's buffer
 * @param lowEvents how often the browser then said {@code bufferedamountlow}
 * @param mostBuffered the most that the channel had buffered, in {@code bytes}
 */
public record FileTransfer(
    int bytes,
    boolean equal,
    @Nullable String error,
    Amount seconds,
    int waits,
    int lowEvents,
    Amount mostBuffered) {

  /** Bits of the file a second, in {@code bit/s}; absent where it did not arrive. */
  public Amount throughput() {
    Double time = seconds.value();
    return time == null || time <= 0
        ? Amount.absent("bit/s")
        : Amount.of(8.0 * bytes / time, "bit/s");
  }
}
