package dev.parley.harness.testng;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.config.RunSettings;
import dev.parley.harness.config.SettingsLayer;
import dev.parley.harness.matrix.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class SystemSettingsTest {

  @Test
  public void withoutPropertiesTheDefaultsHold() {
    RunSettings settings = SystemSettings.read(Map.of());

    assertEquals(settings.endpoints(), SettingsLayer.DEFAULTS.endpoints());
    assertEquals(settings.duration(), SettingsLayer.DEFAULTS.duration());
    assertEquals(settings.sampleInterval(), SettingsLayer.DEFAULTS.sampleInterval());
    assertEquals(settings.repetitions(), SettingsLayer.DEFAULTS.repetitions());
    assertEquals(settings.headed(), SettingsLayer.DEFAULTS.headed());
  }

  @Test
  public void readsProperties() {
    RunSettings settings =
        SystemSettings.read(
            Map.of(
                "parley.endpoints", "chrome,firefox",
                "parley.networks", "ideal,loss-5@both",
                "parley.duration", "3s",
                "parley.sampleInterval", "500ms",
                "parley.repeat", " 4 ",
                "parley.seed", "-9",
                "parley.headed", "true",
                "parley.cell", "a/b~c",
                "parley.out", " "));

    assertEquals(settings.endpoints(), List.of("chrome", "firefox"));
    assertEquals(settings.networks().toString(), "[ideal, loss-5@both]");
    assertEquals(settings.duration(), Duration.ofSeconds(3));
    assertEquals(settings.sampleInterval(), Duration.ofMillis(500));
    assertEquals(settings.repetitions(), 4);
    assertEquals(settings.seed(), -9);
    assertTrue(settings.headed());
    assertEquals(settings.cell(), "a/b~c");
    assertEquals(settings.out(), null);
  }

  @DataProvider
  public Object[][] mistakes() {
    return new Object[][] {
      {"parley.repeat", "often", "found -Dparley.repeat=often, expected a whole number"},
      {"parley.repeat", "99999999999", "found 2147483647 repetitions, expected 1 to 10000"},
      {"parley.repeat", "-99999999999", "found -2147483648 repetitions, expected 1 to 10000"},
      {"parley.seed", "x", "found -Dparley.seed=x, expected a whole number"},
      {"parley.duration", "long", "found duration 'long', expected a number with ms, s, m or h"},
      {"parley.networks", "loss", "found network 'loss', expected one that exists"},
      {"parley.headed", "perhaps", "found -Dparley.headed=perhaps, expected true or false"},
    };
  }

  @Test(dataProvider = "mistakes")
  public void refuses(String property, String value, String expected) {
    String said =
        String.valueOf(
            expectThrows(UsageException.class, () -> SystemSettings.read(Map.of(property, value)))
                .getMessage());

    assertTrue(said.startsWith(expected), said);
  }
}
