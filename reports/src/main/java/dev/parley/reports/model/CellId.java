package dev.parley.reports.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stable, readable name of a cell: {@code scenario[params]/offerer~answerer[/axis=value…]}.
 *
 * <p>An axis at its default is left out, so that a new axis renames nothing. Attempt, repetition,
 * browser version and path are not part of it.
 *
 * @param scenario the scenario's id
 * @param parameters the scenario's parameters, in order; often empty
 * @param endpoints the endpoints' aliases in role order, the offerer first
 * @param axes further axes that are not at their default, by name
 */
public record CellId(
    String scenario,
    List<String> parameters,
    List<String> endpoints,
    SortedMap<String, String> axes)
    implements Comparable<CellId> {

  /** The axis that names a cell's network. */
  public static final String NETWORK = "network";

  /** The network's default: nothing is emulated. */
  public static final String DIRECT = "direct";

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._@+-]+");
  private static final Pattern HEAD = Pattern.compile("([^\\[\\]]+)(?:\\[([^\\[\\]]*)])?");

  public CellId {
    parameters = List.copyOf(parameters);
    endpoints = List.copyOf(endpoints);
    axes = Collections.unmodifiableSortedMap(new TreeMap<>(axes));
    requireWord("scenario", scenario);
    parameters.forEach(value -> requireWord("parameter", value));
    endpoints.forEach(value -> requireWord("endpoint", value));
    axes.keySet().forEach(value -> requireWord("axis", value));
    axes.values().forEach(value -> requireWord("axis value", value));
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("a cell needs at least one endpoint");
    }
  }

  /** A cell with every further axis at its default. */
  public CellId(String scenario, List<String> parameters, List<String> endpoints) {
    this(scenario, parameters, endpoints, new TreeMap<>());
  }

  /**
   * Parses the form that {@link #toString()} writes.
   *
   * @throws IllegalArgumentException with what was found and expected, if it is of another form
   */
  @JsonCreator
  public static CellId parse(String text) {
    String[] parts = text.split("/", -1);
    Matcher head = HEAD.matcher(parts[0]);
    if (parts.length < 2 || !head.matches()) {
      throw new IllegalArgumentException(
          "found cell id '" + text + "', expected scenario[params]/offerer~answerer[/axis=value]");
    }
    SortedMap<String, String> axes = new TreeMap<>();
    for (String axis : List.of(parts).subList(2, parts.length)) {
      int equals = axis.indexOf('=');
      if (equals < 1 || axes.put(axis.substring(0, equals), axis.substring(equals + 1)) != null) {
        throw new IllegalArgumentException(
            "found '" + axis + "' in cell id '" + text + "', expected axis=value, each axis once");
      }
    }
    String inBrackets = head.group(2);
    List<String> parameters = inBrackets == null ? List.of() : List.of(inBrackets.split(",", -1));
    return new CellId(head.group(1), parameters, List.of(parts[1].split("~", -1)), axes);
  }

  /** The scenario with its parameters, as in {@code data[messages]}. */
  public String scenarioKey() {
    return parameters.isEmpty() ? scenario : scenario + "[" + String.join(",", parameters) + "]";
  }

  /** The network, as in {@code loss-5@both}; {@code direct} where it is at its default. */
  public String network() {
    return axes.getOrDefault(NETWORK, DIRECT);
  }

  /** A name fit for files: a slug of the id and a short hash of it. */
  public String fileName() {
    String slug = toString().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    String hash = Sha256.hex(toString()).substring(0, 8);
    return slug.substring(0, Math.min(slug.length(), 80)) + "-" + hash;
  }

  @JsonValue
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add(scenarioKey());
    parts.add(String.join("~", endpoints));
    for (Map.Entry<String, String> axis : axes.entrySet()) {
      parts.add(axis.getKey() + "=" + axis.getValue());
    }
    return String.join("/", parts);
  }

  @Override
  public int compareTo(CellId other) {
    return toString().compareTo(other.toString());
  }

  private static void requireWord(String what, String value) {
    if (!WORD.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "found "
              + what
              + " '"
              + value
              + "' in a cell id, expected letters, digits, '.', '_', '@', '+' and '-'");
    }
  }
}
