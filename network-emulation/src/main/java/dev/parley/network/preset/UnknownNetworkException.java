package dev.parley.network.preset;

import java.util.List;
import java.util.stream.Collectors;

/** Nothing has this name: its message says which known names are nearest. */
public final class UnknownNetworkException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownNetworkException(String found, List<String> nearest) {
    super(
        "found network '%s', expected one that exists; the nearest are %s (./parley network list shows them all)"
            .formatted(
                found,
                nearest.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))));
  }
}
