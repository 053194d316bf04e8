package dev.parley.harness.matrix;

import java.util.Collection;

/** The user asked for something that does not exist or does not fit; one line, no stack trace. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a line that says what was found, what was expected and what to do. */
  public UsageException(String message) {
    super(message);
  }

  /** An unknown name, with the nearest known one and the command that lists them. */
  public static UsageException unknown(
      String what, String found, Collection<String> known, String listing) {
    String nearest =
        NameDistance.nearest(found, known)
            .map(name -> "; the nearest is '" + name + "'")
            .orElse("");
    return new UsageException(
        "found %s '%s', expected one that exists%s (%s shows them all)"
            .formatted(what, found, nearest, listing));
  }
}
