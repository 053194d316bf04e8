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
 * @param networks what it runs over where nobody says anything else
 * @param ownNetwork whether it runs over those whatever anybody says
 * @param seconds how long it takes beyond what it measures for as long as the user wants
 * @param byDefault whether it runs when none is asked for
 * @param method the TestNG test method
 */
public record ScenarioMethod(
    String id,
    List<String> parameters,
    String title,
    int participants,
    List<String> networks,
    boolean ownNetwork,
    int seconds,
    boolean byDefault,
    Method method) {

  public ScenarioMethod {
    parameters = List.copyOf(parameters);
    networks = List.copyOf(networks);
    if (networks.isEmpty()) {
      throw new IllegalArgumentException(
          "found no network of scenario " + id + ", expected at least one, as in direct");
    }
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
        List.of(mark.networks()),
        mark.ownNetwork(),
        mark.seconds(),
        mark.byDefault(),
        method);
  }

  /** The id with its parameters, as in {@code data[messages]}. */
  public String key() {
    return parameters.isEmpty() ? id : id + "[" + String.join(",", parameters) + "]";
  }
}
