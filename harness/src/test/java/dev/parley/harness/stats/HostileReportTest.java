package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.json;
import static dev.parley.harness.stats.Raw.nothingKnown;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.model.Reading;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class HostileReportTest {
  private static final Logger LOG = LoggerFactory.getLogger(HostileReportTest.class);

  @DataProvider
  public Object[][] nothingInIt() {
    return new Object[][] {
      {"[]"},
      {"{}"},
      {"null"},
      {"'text'"},
      {"12"},
      {"[null, 1, 'a', [], {}]"},
      {"[{id: 1, type: 'inbound-rtp'}]"},
      {"[{id: 'A'}]"},
      {"[{type: 'inbound-rtp', kind: 'video'}]"},
      {"[{id: 'A', type: 'no-such-type', kind: 'video', framesDecoded: 9}]"},
      {"[{id: 'A', type: 'inbound-rtp', kind: 'smell', framesDecoded: 9}]"},
      {"[{id: 'A', type: 'inbound-rtp', kind: 7}]"}
    };
  }

  @Test(dataProvider = "nothingInIt")
  public void aReportWithNothingInItHasNoFigures(String report) {
    RawSample first = new RawSample("pc1", 1, 1000, json(report));
    RawSample second = new RawSample("pc1", 2, 2000, json(report));
    StatsNormalizer normalizer = new StatsNormalizer(nothingKnown());
    WindowStats window = WindowStats.between(List.of(first, second), 0, 3000, nothingKnown());

    assertEquals(normalizer.accept(first).orElseThrow().readings(), List.of());
    assertEquals(normalizer.accept(second).orElseThrow().readings(), List.of());
    assertEquals(window.figures(List.of()), List.of());
    assertEquals(window.transports(), List.of());
    assertEquals(window.samplesUsed(), 2);
  }

  @Test
  public void anSsrcOutOfRangeIsNone() {
    for (String ssrc : List.of("-1", "4294967296", "1.5", "'7'", "1e99", "null")) {
      Stat stat = Stat.of(json("{id: 'A', type: 'inbound-rtp', ssrc: " + ssrc + "}")).orElseThrow();

      assertEquals(stat.ssrc(), null, ssrc);
    }
    Stat most = Stat.of(json("{id: 'A', type: 'x', ssrc: 4294967295}")).orElseThrow();
    assertEquals(most.ssrc(), 4294967295L);
  }

  @Test
  public void ofTwoObjectsWithOneIdTheFirstStays() {
    Report report = new Report(json("[{id: 'A', type: 'x'}, {id: 'A', type: 'y'}]"));

    assertEquals(report.all().stream().map(Stat::type).toList(), List.of("x"));
  }

  /** Whatever stands in the members of a real report, every reading is finite or says why not. */
  @Test
  public void scrambledReportsNeverBreakAndNeverGiveWhatIsNotFinite() {
    long seed = new Random().nextLong();
    LOG.info("seed {}", seed);
    Random random = new Random(seed);
    String[] values = {"-1", "0", "1e308", "-1e308", "NaN", "'x'", "null", "{}", "[]", "true", "9"};
    int readings = 0;
    for (RawSample[] pair : Recording.of("chrome-plain").pairs("b")) {
      String text = pair[1].report().toString();
      for (int i = 0; i < 20; i++) {
        String scrambled =
            text.replaceAll(
                "(\"(?:packets|bytes|frame|total|concealed|jitter|timestamp)[A-Za-z]*\"):[-0-9.E]+",
                "$1:" + values[random.nextInt(values.length)]);
        StatsNormalizer normalizer = new StatsNormalizer(nothingKnown());
        normalizer.accept(pair[0]);
        RawSample bad = new RawSample("b", pair[1].number(), pair[1].pageMs(), json(scrambled));
        for (Reading reading : normalizer.accept(bad).orElseThrow().readings()) {
          readings++;
          Double value = reading.value();
          assertTrue(value == null || Double.isFinite(value), "seed " + seed + ": " + reading);
        }
        WindowStats.between(List.of(pair[0], bad), 0, 1e9, nothingKnown()).figures(List.of());
      }
    }
    assertTrue(readings > 0);
  }
}
