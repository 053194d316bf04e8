package dev.parley.harness.stats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a peer connection says that it has received since it began.
 *
 * @param bytes over its transports or, where these do not tell, its candidate pairs; 0 where
 *     neither does
 * @param packets of each RTP stream by SSRC, retransmissions left out; streams of which those are
 *     not told apart are missing
 */
public record ReceivedTotals(long bytes, Map<Long, Long> packets) {
  private static final String RECEIVED = "bytesReceived";
  private static final String RETRANSMITTED = "retransmittedPacketsReceived";

  public ReceivedTotals {
    packets = Collections.unmodifiableMap(new LinkedHashMap<>(packets));
  }

  /** Reads a getStats report. */
  public static ReceivedTotals of(JsonNode array) {
    Report report = new Report(array);
    long bytes =
        Math.max(
            sum(report.ofType("transport"), RECEIVED),
            sum(report.ofType("candidate-pair"), RECEIVED));
    Map<Long, Long> packets = new LinkedHashMap<>();
    for (Stat stream : report.media("inbound-rtp")) {
      Long ssrc = stream.ssrc();
      boolean told = stream.has(RETRANSMITTED) || !stream.has("rtxSsrc");
      if (ssrc != null && told && stream.number("packetsReceived").isPresent()) {
        packets.merge(
            ssrc, number(stream, "packetsReceived") - number(stream, RETRANSMITTED), Long::sum);
      }
    }
    return new ReceivedTotals(bytes, packets);
  }

  private static long sum(List<Stat> stats, String member) {
    return stats.stream().mapToLong(stat -> number(stat, member)).sum();
  }

  private static long number(Stat stat, String member) {
    return (long) stat.number(member).orElse(0);
  }
}
