package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.only;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Reading.Absence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Real reports of Chromium 156 and Firefox 153. */
public class RecordedStatsTest {

  @DataProvider
  public Object[][] recordings() {
    return new Object[][] {{"chrome-plain"}, {"chrome-stop"}, {"firefox-plain"}, {"firefox-stop"}};
  }

  @Test(dataProvider = "recordings")
  public void figuresAreThoseOfTheGoldenFile(String name) throws IOException {
    Recording recording = Recording.of(name);
    WindowStats sender = recording.window('a');
    WindowStats receiver = recording.window('b');
    String figures =
        text("a", sender.figures(List.of())) + text("b", receiver.figures(sender.outbound()));

    assertEquals(figures, golden(name), "figures of " + name);
  }

  private static String text(String pc, List<Reading> readings) {
    StringBuilder text = new StringBuilder();
    for (Reading reading : readings) {
      Double value = reading.value();
      text.append(pc)
          .append('\t')
          .append(reading.metric())
          .append('\t')
          .append(reading.track().label().replaceAll(" \\d+$", ""))
          .append('\t')
          .append(
              value == null
                  ? Objects.toString(reading.absent())
                  : String.format(Locale.ROOT, "%.6g", value))
          .append('\n');
    }
    return text.toString();
  }

  private static String golden(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            RecordedStatsTest.class.getResourceAsStream("/stats/" + name + ".golden.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test(dataProvider = "recordings")
  public void everyMemberOnRecordIsInTheReports(String name) {
    Recording recording = Recording.of(name);
    CapabilityMap capabilities = recording.capabilities();
    recording.samples().forEach(sample -> capabilities.learn(new Report(sample.report())));
    TreeSet<String> lacking =
        new TreeSet<>(RecordedMembers.of(recording.family(), recording.version()));
    lacking.removeAll(capabilities.seen());

    assertEquals(lacking, new TreeSet<>());
  }

  @Test
  public void chromiumsOwnMembersAreInNoReportOfFirefox() {
    CapabilityMap capabilities = Recording.of("firefox-plain").capabilities();
    Recording.of("firefox-plain")
        .samples()
        .forEach(sample -> capabilities.learn(new Report(sample.report())));

    for (String member :
        List.of(
            "qualityLimitationReason",
            "qualityLimitationDurations",
            "targetBitrate",
            "scalabilityMode",
            "keyFramesEncoded")) {
      assertTrue(
          capabilities.seen().stream().noneMatch(seen -> seen.endsWith("." + member)), member);
    }
  }

  @Test(dataProvider = "recordings")
  public void everyFramesWayFromSourceToDecoderIsSeen(String name) {
    Recording recording = Recording.of(name);
    OutboundFlow sent = video(recording.window('a').outbound());
    InboundFlow received = recording.window('b').inbound().get(1);

    assertTrue(received.framesDecoded().orElse(0) >= 0.9 * sent.framesSent().orElse(1e9));
    assertEquals(sent.mimeType().orElseThrow(), "video/VP8");
    assertEquals(received.mimeType().orElseThrow(), "video/VP8");
    assertEquals(received.track().ssrc(), sent.track().ssrc());
    assertTrue(sent.sourceFrames().orElse(0) >= sent.framesSent().orElse(1e9));
  }

  @Test
  public void aPictureThatStopsIsFrozenFromThenOn() {
    for (String name : List.of("chrome-stop", "firefox-stop")) {
      Recording recording = Recording.of(name);
      WindowStats window = recording.window('b');
      List<RawSample> samples = recording.of('b');
      double standing = samples.get(samples.size() - 1).pageMs() - recording.stoppedPageMs();
      Measured ratio = only(window.figures(List.of()), MetricCatalogue.FREEZE_RATIO);

      assertEquals(ratio.orElse(-1) * window.seconds(), standing / 1000, 0.1, name);
    }
  }

  @Test
  public void aPictureThatDoesNotStopIsNotFrozen() {
    for (String name : List.of("chrome-plain", "firefox-plain")) {
      Measured ratio =
          only(Recording.of(name).window('b').figures(List.of()), MetricCatalogue.FREEZE_RATIO);

      assertEquals(ratio, Measured.of(0), name);
    }
  }

  @Test
  public void aStreamWithNothingInItHasNoLossRatherThanLossOfZero() {
    Recording recording = Recording.of("firefox-stop");
    List<RawSample> receiver = after(recording, 'b');
    List<RawSample> sender = after(recording, 'a');
    WindowStats received = WindowStats.between(receiver, 0, 1e9, recording.capabilities());
    WindowStats sent = WindowStats.between(sender, 0, 1e9, recording.capabilities());
    InboundFlow video = received.inbound().get(1);

    assertEquals(video.packetsReceived(), Measured.of(0));
    assertEquals(video.packetLoss(), Measured.absent(Absence.UNDEFINED));
    assertEquals(Stall.of(Optional.of(video(sent.outbound())), video), Stall.IDLE);
  }

  private static List<RawSample> after(Recording recording, char pc) {
    return recording.of(pc).stream()
        .filter(sample -> sample.pageMs() > recording.stoppedPageMs() + 500)
        .toList();
  }

  @Test
  public void bothBrowsersNameTheSelectedPair() {
    for (String name : List.of("chrome-plain", "firefox-plain")) {
      List<TransportSnapshot> transports = Recording.of(name).window('a').transports();

      assertEquals(transports.size(), 1, name);
      TransportSnapshot transport = transports.get(0);
      assertEquals(transport.localCandidateType(), "host", name);
      assertEquals(transport.remoteCandidateType() != null, true, name);
      assertEquals(transport.protocol(), "udp", name);
      assertEquals(transport.dtlsState(), "connected", name);
      assertEquals(transport.dtlsRole(), "server", name);
      assertEquals(transport.iceRole(), "controlling", name);
      assertEquals(transport.tlsVersion(), "FEFC", name);
      assertTrue(Stream.of(transport.srtpCipher()).noneMatch(Objects::isNull), name);
    }
  }

  private static OutboundFlow video(List<OutboundFlow> flows) {
    return flows.stream()
        .filter(flow -> flow.track().kind().equals("video"))
        .findFirst()
        .orElseThrow();
  }
}
