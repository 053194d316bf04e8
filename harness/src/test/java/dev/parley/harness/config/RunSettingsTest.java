package dev.parley.harness.config;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.matrix.UsageException;
import dev.parley.network.preset.NetworkCatalogue;
import dev.parley.network.preset.NetworkChoice;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class RunSettingsTest {

  private static RunSettings settings(
      Duration duration, Duration interval, int repetitions, int retries) {
    return new RunSettings(
        List.of("chrome", "firefox"),
        List.of(),
        List.of(NetworkChoice.IDEAL, NetworkChoice.DIRECT),
        NetworkCatalogue.presets(),
        duration,
        interval,
        repetitions,
        retries,
        null,
        7,
        false,
        null,
        List.of(),
        false,
        false,
        List.of(Sabotage.parse("kill-browser@offerer")));
  }

  @DataProvider
  public Object[][] within() {
    return new Object[][] {
      {Duration.ofSeconds(1), Duration.ofMillis(100), 1, 0},
      {Duration.ofSeconds(2), Duration.ofSeconds(1), 10_000, 100},
      {Duration.ofHours(24), Duration.ofSeconds(60), 1, 0},
    };
  }

  @Test(dataProvider = "within")
  public void takesItsBounds(Duration duration, Duration interval, int repetitions, int retries) {
    assertEquals(settings(duration, interval, repetitions, retries).repetitions(), repetitions);
  }

  @DataProvider
  public Object[][] beyond() {
    Duration ten = Duration.ofSeconds(10);
    Duration one = Duration.ofSeconds(1);
    return new Object[][] {
      {Duration.ofMillis(999), one, 1, 0, "found duration 999ms, expected 1s to 24h"},
      {Duration.ofHours(24).plusMillis(1), one, 1, 0, "found duration 86400001ms"},
      {ten, Duration.ofMillis(99), 1, 0, "found sample interval 99ms, expected 100ms to 1m"},
      {ten, Duration.ofSeconds(61), 1, 0, "found sample interval 61s"},
      {ten, Duration.ofMillis(5001), 1, 0, "found sample interval 5001ms for a duration of 10s"},
      {ten, one, 0, 0, "found 0 repetitions, expected 1 to 10000"},
      {ten, one, 10_001, 0, "found 10001 repetitions"},
      {ten, one, 1, -1, "found -1 retries, expected 0 to 100"},
      {ten, one, 1, 101, "found 101 retries"},
    };
  }

  @Test(dataProvider = "beyond")
  public void refusesWhatIsBeyond(
      Duration duration, Duration interval, int repetitions, int retries, String expected) {
    String said =
        String.valueOf(
            expectThrows(
                    UsageException.class, () -> settings(duration, interval, repetitions, retries))
                .getMessage());

    assertEquals(said.substring(0, Math.min(said.length(), expected.length())), expected);
  }

  @Test
  public void tellsItselfInWords() {
    assertEquals(
        settings(Duration.ofSeconds(10), Duration.ofSeconds(1), 1, 0).asWords().toString(),
        "{duration=10s, endpoints=chrome,firefox, headed=false, keepSecrets=false,"
            + " networks=ideal,direct, pcap=false, repetitions=1, retries=0, sabotage=kill-browser@offerer, sampleInterval=1s, scenarios=}");
  }
}
