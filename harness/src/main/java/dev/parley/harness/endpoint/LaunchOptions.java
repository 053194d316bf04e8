package dev.parley.harness.endpoint;

import java.time.Duration;

/**
 * How browsers are launched.
 *
 * @param headed whether their windows are shown
 * @param buildCheck whether a driver of another major version is refused, by us and by itself
 * @param launchTimeout the longest that a browser may take to start, 1 s to 5 min
 * @param commandTimeout the longest that a driver may take over any later command, 1 s to 5 min
 * @param maxIdle how many browsers may wait for reuse, 0 to 64; 0 turns reuse off
 */
public record LaunchOptions(
    boolean headed,
    boolean buildCheck,
    Duration launchTimeout,
    Duration commandTimeout,
    int maxIdle) {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Refuses bounds outside of what is said above. */
  public LaunchOptions {
    check("launch timeout", launchTimeout);
    check("command timeout", commandTimeout);
    if (maxIdle < 0 || maxIdle > 64) {
      throw new IllegalArgumentException("idle browsers: expected 0 to 64, found " + maxIdle);
    }
  }

  /** Headless, 20 s to start, 10 s for any later command, up to six idle browsers. */
  public static LaunchOptions defaults() {
    return new LaunchOptions(false, true, Duration.ofSeconds(20), Duration.ofSeconds(10), 6);
  }

  /** The same with or without windows shown. */
  public LaunchOptions withHeaded(boolean shown) {
    return new LaunchOptions(shown, buildCheck, launchTimeout, commandTimeout, maxIdle);
  }

  /** The same with other bounds. */
  public LaunchOptions withTimeouts(Duration launch, Duration command) {
    return new LaunchOptions(headed, buildCheck, launch, command, maxIdle);
  }

  /** The same with another number of idle browsers. */
  public LaunchOptions withMaxIdle(int count) {
    return new LaunchOptions(headed, buildCheck, launchTimeout, commandTimeout, count);
  }

  private static void check(String name, Duration value) {
    if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + ": expected 1 s to 5 min, found " + value);
    }
  }
}
