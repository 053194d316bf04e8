package dev.parley.harness.stats;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the transports of a report. */
final class Transports {
  private Transports() {}

  static List<TransportSnapshot> of(Report report) {
    return report.ofType("transport").stream().map(stat -> snapshot(report, stat)).toList();
  }

  private static TransportSnapshot snapshot(Report report, Stat transport) {
    Optional<Stat> pair = report.selectedPair(transport);
    Optional<Stat> local = pair.flatMap(stat -> report.find(stat.text("localCandidateId")));
    Optional<Stat> remote = pair.flatMap(stat -> report.find(stat.text("remoteCandidateId")));
    return new TransportSnapshot(
        transport.id(),
        text(pair, "id"),
        text(local, "candidateType"),
        text(remote, "candidateType"),
        address(local),
        address(remote),
        text(local, "protocol"),
        text(local, "relayProtocol"),
        text(Optional.of(transport), "iceRole"),
        text(Optional.of(transport), "dtlsRole"),
        text(Optional.of(transport), "dtlsState"),
        text(Optional.of(transport), "tlsVersion"),
        text(Optional.of(transport), "srtpCipher"));
  }

  private static @Nullable String text(Optional<Stat> stat, String member) {
    return stat.flatMap(found -> found.text(member)).orElse(null);
  }

  /** Address and port, as {@code 192.0.2.1:5000} or {@code [2001:db8::1]:5000}. */
  private static @Nullable String address(Optional<Stat> candidate) {
    return candidate
        .flatMap(stat -> stat.text("address").map(address -> withPort(address, stat)))
        .orElse(null);
  }

  private static String withPort(String address, Stat candidate) {
    String host = address.contains(":") ? "[" + address + "]" : address;
    return candidate.number("port").isPresent()
        ? host + ":" + (long) candidate.number("port").getAsDouble()
        : host;
  }
}
