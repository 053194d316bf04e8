package dev.parley.harness.schedule;

import dev.parley.harness.endpoint.Endpoint;
import dev.parley.harness.endpoint.EndpointException;
import dev.parley.harness.endpoint.EndpointFinder;
import dev.parley.harness.endpoint.EndpointSpec;
import dev.parley.harness.matrix.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The endpoints of a run: those found, and why the others were not.
 *
 * @param found by alias
 * @param missing by alias; their cells are errored
 */
public record FoundEndpoints(Map<String, Endpoint> found, Map<String, EndpointException> missing) {

  public FoundEndpoints {
    found = new LinkedHashMap<>(found);
    missing = new LinkedHashMap<>(missing);
  }

  /** Looks for what was asked for; for everything where nothing was. */
  public static FoundEndpoints of(List<String> specifications, EndpointFinder finder) {
    Map<String, Endpoint> found = new LinkedHashMap<>();
    Map<String, EndpointException> missing = new LinkedHashMap<>();
    if (specifications.isEmpty()) {
      finder.findAll().forEach(endpoint -> found.put(endpoint.alias(), endpoint));
      return new FoundEndpoints(found, missing);
    }
    for (EndpointSpec spec : parse(specifications)) {
      if (found.containsKey(spec.alias()) || missing.containsKey(spec.alias())) {
        throw new UsageException(
            "found endpoint alias '%s' twice; write other=%s@/path to give one of them another"
                .formatted(spec.alias(), spec.family().word()));
      }
      try {
        found.put(spec.alias(), finder.find(spec));
      } catch (EndpointException e) {
        missing.put(spec.alias(), e);
      }
    }
    return new FoundEndpoints(found, missing);
  }

  private static List<EndpointSpec> parse(List<String> specifications) {
    List<EndpointSpec> specs = new ArrayList<>();
    for (String text : specifications) {
      try {
        specs.add(EndpointSpec.parse(text));
      } catch (IllegalArgumentException e) {
        throw new UsageException(String.valueOf(e.getMessage()));
      }
    }
    return specs;
  }

  /**
   * The endpoint of an alias.
   *
   * @throws EndpointException with the reason, if it was not found
   */
  Endpoint require(String alias) {
    Endpoint endpoint = found.get(alias);
    if (endpoint != null) {
      return endpoint;
    }
    EndpointException why = missing.get(alias);
    throw why != null
        ? why
        : new EndpointException("no-browser", "no endpoint '" + alias + "' was looked for");
  }

  /** Every alias, those found first. */
  public List<String> aliases() {
    List<String> aliases = new ArrayList<>(found.keySet());
    aliases.addAll(missing.keySet());
    return aliases;
  }
}
