package dev.parley.harness.endpoint;

import java.util.Locale;

/** A family of browsers that share launch options and a driver. */
public enum Family {
  CHROME,
  FIREFOX,
  EDGE;

  /** The lower-case word used in specifications and as the default alias. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
