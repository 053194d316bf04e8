package dev.parley.harness;

import java.util.List;

/** Names the scenario classes of a jar; found by {@link java.util.ServiceLoader}. */
public interface ScenarioSource {

  /** Classes with a public constructor without arguments and methods marked {@link Scenario}. */
  List<Class<?>> scenarios();

  /**
   * The class-path folder of page modules that this jar's scenarios load, as in {@code
   * com/example/pages}; empty where they need none. Served as {@code x/NAME/FILE}, where NAME is
   * the simple name of the class that implements this.
   */
  default String modules() {
    return "";
  }
}
