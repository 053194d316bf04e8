package dev.parley.scenarios;

import dev.parley.harness.ScenarioSource;
import java.util.List;

/** The scenarios that come with Parley. */
public final class BuiltInScenarios implements ScenarioSource {

  @Override
  public List<Class<?>> scenarios() {
    return List.of(
        AudioVideo.class,
        DataMessages.class,
        IceRestart.class,
        HangUp.class,
        ImpairedCall.class,
        ConsentLoss.class,
        BandwidthAdaptation.class,
        DataReliability.class,
        DataFile.class);
  }
}
