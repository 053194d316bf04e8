package dev.parley.harness.matrix;

import dev.parley.harness.Scenario;
import java.lang.reflect.Method;
import java.util.List;

/**
 * One scenario: a test method, under one set of parameters.
 *
 * @param id the scenario's id
 * @param parameters its parameters
 * @param title the behaviour in a few words
 * @param participants how many take part
 * @param byDefault whether it runs when none is asked for
 * @param method the TestNG test method
 */
public record ScenarioMethod(
    String id,
    List<String> parameters,
    String title,
    int participants,
    boolean byDefault,
    Method method) {

  public ScenarioMethod {
    parameters = List.copyOf(parameters);
    if (participants < 2) {
      throw new IllegalArgumentException(
          "found " + participants + " participants of scenario " + id + ", expected at least 2");
    }
  }

  static ScenarioMethod of(Scenario mark, Method method) {
    return new ScenarioMethod(
        mark.id(),
        List.of(mark.parameters()),
        mark.title(),
        mark.participants(),
        mark.byDefault(),
        method);
  }

  /** The id with its parameters, as in {@code data[messages]}. */
  public String key() {
    return parameters.isEmpty() ? id : id + "[" + String.join(",", parameters) + "]";
  }
}
