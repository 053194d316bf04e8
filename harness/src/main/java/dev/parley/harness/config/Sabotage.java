package dev.parley.harness.config;

import dev.parley.harness.matrix.UsageException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A fault put into a call on purpose, to see that a run turns red where it should.
 *
 * @param fault what is done
 * @param participant to whom, as in {@code offerer}; empty where it is done to the whole call
 */
public record Sabotage(Fault fault, String participant) {

  /** What can be done. */
  public enum Fault {
    /** The participant's picture is disabled before the window: the other sees black. */
    DISABLE_VIDEO,
    /** The participant's sound is disabled before the window: the other hears silence. */
    DISABLE_AUDIO,
    /** The participant is allowed relayed candidates alone and given no relay: nothing connects. */
    NO_CANDIDATES,
    /** The participant's browser is killed in the middle of the window. */
    KILL_BROWSER,
    /** The participant's emulated link is cut before the window: it falls silent. */
    MUTE_NETWORK,
    /** The emulator's own sockets are closed in the middle of the window. */
    CLOSE_RELAY;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether there is nothing to break where no network is emulated. */
    public boolean isOfTheEmulation() {
      return this == MUTE_NETWORK || this == CLOSE_RELAY;
    }
  }

  /**
   * Reads {@code fault@participant}, or {@code close-relay} alone.
   *
   * @throws UsageException if it is of another form
   */
  public static Sabotage parse(String text) {
    int at = text.indexOf('@');
    String word = at < 0 ? text : text.substring(0, at);
    return Arrays.stream(Fault.values())
        .filter(fault -> fault.word().equals(word) && (isAt(text, at) || isAlone(fault, at)))
        .findFirst()
        .map(fault -> new Sabotage(fault, at < 0 ? "" : text.substring(at + 1)))
        .orElseThrow(
            () ->
                new UsageException(
                    "found sabotage '%s', expected FAULT@PARTICIPANT with a fault of %s"
                        .formatted(
                            text,
                            Arrays.stream(Fault.values())
                                .map(Fault::word)
                                .collect(Collectors.joining(", ")))));
  }

  private static boolean isAt(String text, int at) {
    return at > 0 && at < text.length() - 1;
  }

  private static boolean isAlone(Fault fault, int at) {
    return at < 0 && fault == Fault.CLOSE_RELAY;
  }

  @Override
  public String toString() {
    return participant.isEmpty() ? fault.word() : fault.word() + "@" + participant;
  }
}
