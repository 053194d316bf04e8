package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.outVideo;
import static dev.parley.harness.stats.Raw.outbound;
import static dev.parley.harness.stats.Raw.sample;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.RunEvent.HostHealth;
import dev.parley.reports.model.RunEvent.PageHealth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;

public class HostJudgeTest {
  private final HostJudge judge = new HostJudge();

  private static List<HostHealth> host(
      @Nullable Double cpu, @Nullable Double pressure, double late) {
    return Collections.nCopies(10, new HostHealth(cpu, 1.0, pressure, late));
  }

  private static List<PageHealth> pages(double late) {
    return Collections.nCopies(10, new PageHealth("offerer", new PageTime(0, 0), late, 1));
  }

  private Optional<String> byHost(@Nullable Double cpu, @Nullable Double pressure, double late) {
    return judge.starved(host(cpu, pressure, late), List.of(), List.of(), 0);
  }

  @Test
  public void nothingKnownSaysNothing() {
    assertEquals(judge.starved(List.of(), List.of(), List.of(), 30), Optional.empty());
    assertEquals(byHost(null, null, 0), Optional.empty());
  }

  @Test
  public void aBusyMachineThatKeepsUpIsNotStarved() {
    assertEquals(byHost(0.9, 0.5, 20), Optional.empty());
    assertEquals(byHost(1.0, 0.2, 20), Optional.empty());
    assertEquals(byHost(0.5, 0.9, 20), Optional.empty());
  }

  @Test
  public void aFullMachineWithWaitingTasksIsStarved() {
    assertEquals(
        byHost(1.0, 0.8, 0).orElseThrow(), "CPU in use 100 %, tasks waited 80 % of the time");
  }

  @Test
  public void whereNoPressureIsToldAFullMachineIsStarved() {
    assertEquals(byHost(1.0, null, 0).orElseThrow(), "CPU in use 100 %");
  }

  @Test
  public void lateTimersStarve() {
    assertEquals(
        byHost(0.1, 0.0, 250).orElseThrow(), "the JVM's timer fired 250 ms late (95 % quantile)");
    assertEquals(
        judge.starved(List.of(), pages(250), List.of(), 0).orElseThrow(),
        "a page's timer fired 250 ms late (95 % quantile)");
    assertEquals(judge.starved(List.of(), pages(50), List.of(), 0), Optional.empty());
  }

  @Test
  public void anEncoderLimitedByCpuStarves() {
    String durations = "qualityLimitationDurations: {none: %s, cpu: %s, bandwidth: 0, other: 0}";
    OutboundFlow limited =
        outbound(
            sample(1, outVideo(durations.formatted(0, 0))),
            sample(5, outVideo(durations.formatted(3, 1))));

    assertEquals(
        judge.starved(List.of(), List.of(), List.of(limited), 0).orElseThrow(),
        "encoder of video out 11 limited by CPU 25 %");
  }

  @Test
  public void aSourceThatGaveTooFewFramesStarves() {
    String source = "id: 'S', type: 'media-source', kind: 'video', frames: ";
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("x: 1"), source + 0), sample(11, outVideo("x: 1"), source + 260));

    assertEquals(
        judge.starved(List.of(), List.of(), List.of(flow), 30).orElseThrow(),
        "source of video out 11 gave 26.0 of 30.0 frames/s");
    assertEquals(judge.starved(List.of(), List.of(), List.of(flow), 28), Optional.empty());
    assertEquals(judge.starved(List.of(), List.of(), List.of(flow), 0), Optional.empty());
  }

  @Test
  public void whatABrowserDoesNotReportDoesNotStarve() {
    OutboundFlow flow = outbound(sample(1, outVideo("x: 1")), sample(2, outVideo("x: 1")));

    assertEquals(judge.starved(List.of(), List.of(), List.of(flow), 30), Optional.empty());
  }

  @Test
  public void everyReasonIsNamed() {
    String all = judge.starved(host(1.0, 0.9, 300), pages(300), List.of(), 0).orElseThrow();

    assertTrue(all.contains("CPU") && all.contains("JVM") && all.contains("page"), all);
  }
}
