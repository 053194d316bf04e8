package dev.parley.network.model;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.time.Duration;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class UnitsTest {

  @DataProvider
  public Object[][] rates() {
    return new Object[][] {
      {"2M", 2_000_000L, "2M"},
      {"500k", 500_000L, "500k"},
      {"1.44M", 1_440_000L, "1.44M"},
      {"0.5M", 500_000L, "500k"},
      {"64000", 64_000L, "64k"},
      {"999", 999L, "999"},
      {"1G", 1_000_000_000L, "1G"},
      {" 3M ", 3_000_000L, "3M"},
    };
  }

  @Test(dataProvider = "rates")
  public void readsAndWritesRates(String text, long expected, String written) {
    assertEquals(Units.bitsPerSecond(text), expected);
    assertEquals(Units.rate(expected), written);
  }

  @DataProvider
  public Object[][] times() {
    return new Object[][] {
      {"40ms", Duration.ofMillis(40), "40ms"},
      {"1.5s", Duration.ofMillis(1500), "1.5s"},
      {"281.25ms", Duration.ofNanos(281_250_000), "281.25ms"},
      {"70us", Duration.ofNanos(70_000), "70us"},
      {"2m", Duration.ofMinutes(2), "120s"},
      {"1h", Duration.ofHours(1), "3600s"},
      {"0s", Duration.ZERO, "0ms"},
    };
  }

  @Test(dataProvider = "times")
  public void readsAndWritesTimes(String text, Duration expected, String written) {
    assertEquals(Units.time(text), expected);
    assertEquals(Units.time(expected), written);
  }

  @DataProvider
  public Object[][] shares() {
    return new Object[][] {
      {"5%", 0.05, "5%"},
      {"0.2%", 0.002, "0.2%"},
      {"0%", 0.0, "0%"},
      {"100%", 1.0, "100%"},
    };
  }

  @Test(dataProvider = "shares")
  public void readsAndWritesShares(String text, double expected, String written) {
    assertEquals(Units.share(text), expected, 1e-12);
    assertEquals(Units.percent(expected), written);
  }

  @Test
  public void readsWhatItWrites() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      long rate = random.nextLong(100_000_000_000L);
      Duration time = Duration.ofNanos(random.nextLong(60_000_000_000L));

      assertEquals(Units.bitsPerSecond(Units.rate(rate)), rate, "seed " + seed);
      assertEquals(Units.time(Units.time(time)), time, "seed " + seed);
    }
  }

  @DataProvider
  public Object[][] mistakes() {
    return new Object[][] {
      {"", "found '', expected bit/s with k, M or G"},
      {"-2M", "found '-2M', expected bit/s"},
      {"2Mbit", "found '2Mbit', expected bit/s"},
      {"2 M", "found '2 M', expected bit/s"},
      {"2m", "found '2m', expected bit/s"},
      {"1e6", "found '1e6', expected bit/s"},
      {"999999999999G", "found 999999999999000000000, expected a smaller number"},
    };
  }

  @Test(dataProvider = "mistakes")
  public void saysWhatIsWrongWithARate(String text, String expected) {
    String said =
        String.valueOf(
            expectThrows(InvalidProfileException.class, () -> Units.bitsPerSecond(text))
                .getMessage());

    assertTrue(said.startsWith(expected), said);
  }

  @Test
  public void saysWhatIsWrongWithATime() {
    for (String text : new String[] {"", "40", "-40ms", "40 ms", "4d"}) {
      String said =
          String.valueOf(
              expectThrows(InvalidProfileException.class, () -> Units.time(text)).getMessage());
      assertTrue(said.startsWith("found '" + text + "', expected a time in us, ms, s"), said);
    }
  }

  @Test
  public void saysWhatIsWrongWithAShare() {
    for (String text : new String[] {"", "5", "0.05", "-5%", "100.1%"}) {
      String said =
          String.valueOf(
              expectThrows(InvalidProfileException.class, () -> Units.share(text)).getMessage());
      assertTrue(said.startsWith("found '" + text + "', expected a percentage"), said);
    }
  }
}
