package dev.parley.harness.bench;

import static org.testng.Assert.assertEquals;

import dev.parley.network.bench.RealTimeBenchResult;
import dev.parley.network.bench.RealTimeBenchResult.Pace;
import dev.parley.network.bench.RealTimeBenchResult.Throughput;
import dev.parley.network.bench.VirtualBenchResult;
import dev.parley.network.model.LinkTruth.Spread;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.testng.annotations.Test;

public class NetworkBenchTextTest {

  private static Pace pace(int perSecond, double median, double p99, double cpu) {
    return new Pace(
        perSecond,
        3L * perSecond,
        2,
        new Spread(median, 0.2, p99, 4),
        new Spread(1.5, 2, 9, 12),
        new Spread(0.02, 0.05, 0.1, 1),
        cpu);
  }

  private static String text(RealTimeBenchResult result) {
    StringWriter out = new StringWriter();
    new NetworkBenchText(new PrintWriter(out, true)).print(result);
    return out.toString().replace("\r", "");
  }

  @Test
  public void tellsWhichAimsAreReached() {
    assertEquals(
        text(
            new RealTimeBenchResult(
                List.of(pace(1_000, 0.05, 0.9, 0.04), pace(20_000, 0.05, 1.1, 0.6)),
                new Throughput(45_000, 60_000, 0))),
        """
        Real time on loopback, 1200-byte packets, delay 50 ms; lateness in ms, median / p99:
          packets/s         emulator         sleeping        bare path   lost  aim
               1000    0.050 / 0.900    1.500 / 9.000    0.020 / 0.100      2  reached: median 0.1, p99 1
              20000    0.050 / 1.100    1.500 / 9.000    0.020 / 0.100      2  missed: median 0.1, p99 1
          as fast as they pass: emulator 45000 packets/s, bare 60000, lost 0; reached: 0.75 x bare, aim 0.7
          CPU for a call of 10 Mbit/s: 4.2 % of a core; reached: aim 5 %
        """);
  }

  @Test
  public void tellsWhichAimsAreMissed() {
    String text =
        text(
            new RealTimeBenchResult(
                List.of(pace(1_000, 0.11, 0.9, 0.06)), new Throughput(38_000, 60_000, 256)));

    assertEquals(
        text.lines().skip(2).toList(),
        List.of(
            "       1000    0.110 / 0.900    1.500 / 9.000    0.020 / 0.100      2  missed: median"
                + " 0.1, p99 1",
            "  as fast as they pass: emulator 38000 packets/s, bare 60000, lost 256; missed: 0.63 x"
                + " bare, aim 0.7",
            "  CPU for a call of 10 Mbit/s: 6.3 % of a core; missed: aim 5 %"));
  }

  @Test
  public void tellsWhatIsExact() {
    StringWriter out = new StringWriter();
    new NetworkBenchText(new PrintWriter(out, true))
        .print(
            new VirtualBenchResult(
                3,
                List.of(
                    new VirtualBenchResult.Line("loss", "%", 5, 5.01, 0.06),
                    new VirtualBenchResult.Line("worst departure", "ns", 0, 1, 0)),
                new VirtualBenchResult.Throughput(2e6, 9e6)));

    assertEquals(
        out.toString().replace("\r", "").lines().skip(2).limit(3).toList(),
        List.of(
            "  loss [%]                                           5.0000       5.0100     0.0600"
                + "  reached",
            "  worst departure [ns]                               0.0000       1.0000     0.0000"
                + "  MISSED",
            "  computes 2000000 packets a second, a bare queue of due times 9000000"));
  }
}
