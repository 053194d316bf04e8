package dev.parley.harness.endpoint;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a user asked for: {@code chrome}, {@code firefox@/path/to/firefox}, {@code
 * beta=chrome@/path/to/chrome}.
 *
 * @param alias the name in cell ids: one or more of letters, digits, {@code . _ + -}
 * @param binary the browser's executable, or empty to look for one
 */
public record EndpointSpec(String alias, Family family, Optional<Path> binary) {
  private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9._+-]+");

  /** Refuses an alias outside of the allowed characters. */
  public EndpointSpec {
    if (!ALIAS.matcher(alias).matches()) {
      throw new IllegalArgumentException(
          "endpoint alias '%s': expected letters, digits and . _ + - only".formatted(alias));
    }
  }

  /** The family under its own name, wherever it is found. */
  public static EndpointSpec of(Family family) {
    return new EndpointSpec(family.word(), family, Optional.empty());
  }

  /**
   * Reads one specification.
   *
   * @throws IllegalArgumentException with one line that names what was found and what was expected
   */
  public static EndpointSpec parse(String text) {
    String rest = text.strip();
    int at = rest.indexOf('@');
    int equals = rest.indexOf('=');
    Optional<String> alias = Optional.empty();
    if (equals >= 0 && (at < 0 || equals < at)) {
      alias = Optional.of(rest.substring(0, equals));
      rest = rest.substring(equals + 1);
      at = rest.indexOf('@');
    }
    Family family = FamilyNames.parse(at < 0 ? rest : rest.substring(0, at), text);
    Optional<Path> binary = at < 0 ? Optional.empty() : Optional.of(path(rest, at, text));
    return new EndpointSpec(alias.orElse(family.word()), family, binary);
  }

  /**
   * Reads specifications separated by commas.
   *
   * @throws IllegalArgumentException where one is malformed, or two share an alias
   */
  public static List<EndpointSpec> parseList(String text) {
    List<EndpointSpec> specs = new ArrayList<>();
    Set<String> aliases = new HashSet<>();
    for (String part : text.split(",", -1)) {
      EndpointSpec spec = parse(part);
      if (!aliases.add(spec.alias())) {
        throw new IllegalArgumentException(
            "endpoint alias '%s' is used twice: name one of them, as in %s-2=%s"
                .formatted(spec.alias(), spec.alias(), part.strip()));
      }
      specs.add(spec);
    }
    return List.copyOf(specs);
  }

  private static Path path(String rest, int at, String text) {
    String path = rest.substring(at + 1);
    if (path.isBlank()) {
      throw new IllegalArgumentException(
          "endpoint '%s': expected the browser's path after @".formatted(text));
    }
    try {
      return Path.of(path).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "endpoint '%s': '%s' is no path: %s".formatted(text, path, e.getReason()), e);
    }
  }
}
