package dev.parley.harness.config;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

public class SettingsLayerTest {
  private static final NetworkProfile OFFICE =
      NetworkProfile.symmetric("office", "ours", LinkProfile.IDEAL);
  private static final SettingsLayer UPPER =
      new SettingsLayer(
          List.of("firefox"),
          null,
          List.of("3g"),
          Duration.ofSeconds(5),
          null,
          2,
          null,
          false,
          null);
  private static final SettingsLayer LOWER =
      new SettingsLayer(
          List.of("chrome"),
          List.of("all"),
          List.of("ideal"),
          Duration.ofSeconds(7),
          null,
          null,
          4,
          true,
          List.of(OFFICE));

  @Test
  public void theUpperLayerWinsWhereItSaysSomething() {
    assertEquals(
        UPPER.over(LOWER),
        new SettingsLayer(
            List.of("firefox"),
            List.of("all"),
            List.of("3g"),
            Duration.ofSeconds(5),
            null,
            2,
            4,
            false,
            List.of(OFFICE)));
  }

  @Test
  public void whatNobodySaysIsTheDefault() {
    assertEquals(SettingsLayer.NOTHING.overDefaults(), SettingsLayer.DEFAULTS);
    assertEquals(
        UPPER.over(LOWER).overDefaults().sampleInterval(), SettingsLayer.DEFAULTS.sampleInterval());
  }

  @Test
  public void anEmptyListIsSomethingSaid() {
    SettingsLayer all =
        new SettingsLayer(List.of(), null, null, null, null, null, null, null, null);

    assertEquals(all.over(LOWER).endpoints(), List.of());
  }
}
