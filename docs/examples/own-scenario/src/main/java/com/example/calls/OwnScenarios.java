package com.example.calls;

import dev.parley.harness.ScenarioSource;
import java.util.List;

/** Tells Parley what this jar holds. */
public final class OwnScenarios implements ScenarioSource {

  @Override
  public List<Class<?>> scenarios() {
    return List.of(MuteComesBack.class);
  }

  @Override
  public String modules() {
    return "com/example/calls/pages";
  }
}
