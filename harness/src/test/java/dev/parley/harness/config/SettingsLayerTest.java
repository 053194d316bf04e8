package dev.parley.harness.config;

import static org.testng.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

public class SettingsLayerTest {
  private static final SettingsLayer UPPER =
      new SettingsLayer(List.of("firefox"), null, Duration.ofSeconds(5), null, 2, null, false);
  private static final SettingsLayer LOWER =
      new SettingsLayer(
          List.of("chrome"), List.of("all"), Duration.ofSeconds(7), null, null, 4, true);

  @Test
  public void theUpperLayerWinsWhereItSaysSomething() {
    assertEquals(
        UPPER.over(LOWER),
        new SettingsLayer(
            List.of("firefox"), List.of("all"), Duration.ofSeconds(5), null, 2, 4, false));
  }

  @Test
  public void whatNobodySaysIsTheDefault() {
    assertEquals(SettingsLayer.NOTHING.overDefaults(), SettingsLayer.DEFAULTS);
    assertEquals(
        UPPER.over(LOWER).overDefaults().sampleInterval(), SettingsLayer.DEFAULTS.sampleInterval());
  }

  @Test
  public void anEmptyListIsSomethingSaid() {
    SettingsLayer all = new SettingsLayer(List.of(), null, null, null, null, null, null);

    assertEquals(all.over(LOWER).endpoints(), List.of());
  }
}
