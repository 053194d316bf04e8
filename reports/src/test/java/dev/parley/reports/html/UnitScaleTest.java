package dev.parley.reports.html;

import static org.testng.Assert.assertEquals;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Figures are written in a unit that fits, to three significant digits. */
public final class UnitScaleTest {

  @DataProvider
  public Object[][] values() {
    return new Object[][] {
      {"bitrate-in", 1_480_000.0, "1.48 Mbit/s"},
      {"bitrate-in", 999_600.0, "1.00 Mbit/s"},
      {"bitrate-in", 41_230.0, "41.2 kbit/s"},
      {"bitrate-in", 812.0, "812 bit/s"},
      {"bitrate-in", 0.0, "0 bit/s"},
      {"jitter", 0.00312, "3.12 ms"},
      {"jitter", 0.0, "0 s"},
      {"time-to-connected", 0.9999, "1000 ms"},
      {"time-to-connected", 12.345, "12.3 s"},
      {"packet-loss", 0.0004, "0.040 %"},
      {"packet-loss", 1.0, "100 %"},
      {"frame-rate-in", 29.97, "30.0 fps"},
      {"resolution-in", 230_400.0, "230 400 px"},
      {"audio-mos", 4.38, "4.38"},
      {"from-the-future", 12_345.0, "12 345"},
      {"from-the-future", -12_345.0, "-12 345"},
    };
  }

  @Test(dataProvider = "values")
  public void writes(String metric, double value, String expected) {
    String text = UnitScale.forValue(metric, value).text(value);
    assertEquals(text.replace('\u202f', ' '), expected);
  }
}
