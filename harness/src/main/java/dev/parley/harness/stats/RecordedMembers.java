package dev.parley.harness.stats;

import dev.parley.harness.endpoint.Family;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members that the metrics need and browsers were recorded to report.
 *
 * <p>Recorded with Chromium 156 and Firefox 153; nothing is on record for earlier versions.
 */
final class RecordedMembers {
  static final int CHROMIUM = 156;
  static final int FIREFOX = 153;

  private static final Pattern MAJOR = Pattern.compile("(\\d{1,6})(\\D.*)?");

  private static final List<String> BOTH =
      Stream.of(
              members(
                  "inbound-rtp.audio",
                  "timestamp packetsReceived bytesReceived packetsLost jitter jitterBufferDelay"
                      + " jitterBufferEmittedCount totalAudioEnergy totalSamplesReceived"
                      + " totalSamplesDuration concealedSamples silentConcealedSamples"
                      + " insertedSamplesForDeceleration removedSamplesForAcceleration"),
              members(
                  "inbound-rtp.video",
                  "timestamp packetsReceived bytesReceived packetsLost jitter jitterBufferDelay"
                      + " jitterBufferEmittedCount framesDecoded frameWidth frameHeight"
                      + " totalDecodeTime totalInterFrameDelay totalSquaredInterFrameDelay"
                      + " totalFreezesDuration"),
              members("outbound-rtp.audio", "timestamp packetsSent bytesSent"),
              members(
                  "outbound-rtp.video",
                  "timestamp packetsSent bytesSent framesEncoded framesSent frameWidth"
                      + " frameHeight totalEncodeTime qpSum"),
              members("media-source.video", "timestamp frames"),
              members("remote-inbound-rtp.audio", "totalRoundTripTime roundTripTimeMeasurements"),
              members("remote-inbound-rtp.video", "totalRoundTripTime roundTripTimeMeasurements"),
              members("candidate-pair", "totalRoundTripTime responsesReceived"))
          .flatMap(List::stream)
          .toList();

  private static final List<String> CHROMIUM_ONLY =
      Stream.of(
              members("inbound-rtp.video", "qpSum"),
              members(
                  "outbound-rtp.video",
                  "qualityLimitationDurations.none qualityLimitationDurations.cpu"
                      + " qualityLimitationDurations.bandwidth qualityLimitationDurations.other"
                      + " qualityLimitationReason targetBitrate scalabilityMode"
                      + " keyFramesEncoded"),
              members("media-source.audio", "totalAudioEnergy totalSamplesDuration"))
          .flatMap(List::stream)
          .toList();

  private RecordedMembers() {}

  /** What is on record for a browser; empty for a version earlier than the recorded one. */
  static SortedSet<String> of(Family family, String version) {
    Matcher major = MAJOR.matcher(version);
    int found = major.matches() ? Integer.parseInt(major.group(1)) : 0;
    boolean isFirefox = family == Family.FIREFOX;
    if (found < (isFirefox ? FIREFOX : CHROMIUM)) {
      return Collections.emptySortedSet();
    }
    return Stream.concat(BOTH.stream(), isFirefox ? Stream.of() : CHROMIUM_ONLY.stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> members(String owner, String names) {
    return Arrays.stream(names.split(" ")).map(name -> owner + "." + name).toList();
  }
}
