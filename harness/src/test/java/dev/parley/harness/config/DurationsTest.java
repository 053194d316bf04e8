package dev.parley.harness.config;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.matrix.UsageException;
import java.time.Duration;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class DurationsTest {

  @DataProvider
  public Object[][] written() {
    return new Object[][] {
      {"500ms", Duration.ofMillis(500)},
      {"10s", Duration.ofSeconds(10)},
      {" 2m ", Duration.ofMinutes(2)},
      {"1h", Duration.ofHours(1)},
      {"0s", Duration.ZERO},
      {"999999999h", Duration.ofHours(999_999_999)},
    };
  }

  @Test(dataProvider = "written")
  public void reads(String text, Duration expected) {
    assertEquals(Durations.parse(text), expected);
  }

  @DataProvider
  public Object[][] unreadable() {
    return new Object[][] {
      {""},
      {"10"},
      {"s"},
      {"-1s"},
      {"1.5s"},
      {"10 s"},
      {"10S"},
      {"1d"},
      {"1s1s"},
      {"9999999999s"},
      {"\u0661s"},
    };
  }

  @Test(dataProvider = "unreadable")
  public void refuses(String text) {
    String said =
        String.valueOf(
            expectThrows(UsageException.class, () -> Durations.parse(text)).getMessage());

    assertEquals(
        said,
        "found duration '%s', expected a number with ms, s, m or h, as in 10s".formatted(text));
  }

  @Test
  public void readsWhatItWrites() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      Duration duration =
          Duration.ofMillis(random.nextInt(4) == 0 ? i * 60_000L : random.nextInt(90_000_000));

      assertEquals(
          Durations.parse(Durations.format(duration)),
          duration,
          "seed " + seed + ": " + Durations.format(duration));
    }
  }
}
