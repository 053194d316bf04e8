package dev.parley.harness.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds the streams in consecutive reports of one peer connection. */
final class FlowReader {
  private final List<Report> reports;
  private final CapabilityMap.Missing missing;

  FlowReader(List<Report> reports, CapabilityMap.Missing missing) {
    this.reports = List.copyOf(reports);
    this.missing = missing;
  }

  List<InboundFlow> inbound() {
    return streams("inbound-rtp").stream()
        .map(
            sightings ->
                new InboundFlow(
                    series(sightings),
                    last(sightings).codec(),
                    reports.indexOf(sightings.get(0).report()),
                    reports.indexOf(last(sightings).report())))
        .toList();
  }

  List<OutboundFlow> outbound() {
    return streams("outbound-rtp").stream()
        .map(
            sightings ->
                new OutboundFlow(
                    series(sightings),
                    source(sightings),
                    remote(sightings),
                    last(sightings).codec()))
        .toList();
  }

  /** The selected candidate pair of the transport; broken where it changed. */
  StatSeries selectedPair() {
    List<Stat> pairs = new ArrayList<>();
    for (Report report : reports) {
      report.ofType("transport").stream()
          .map(report::selectedPair)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(pairs::add);
    }
    return new StatSeries("candidate-pair", "", pairs, reports.size(), missing);
  }

  /** The transports in the last report. */
  List<TransportSnapshot> transports() {
    return reports.isEmpty() ? List.of() : Transports.of(reports.get(reports.size() - 1));
  }

  /** The sightings of each stream, by id and SSRC: another SSRC is another stream. */
  private List<List<Sighting>> streams(String type) {
    Map<String, List<Sighting>> byIdentity = new LinkedHashMap<>();
    for (Report report : reports) {
      for (Stat stat : report.media(type)) {
        String identity = Objects.toString(stat.ssrc()) + " " + stat.id();
        byIdentity
            .computeIfAbsent(identity, key -> new ArrayList<>())
            .add(new Sighting(report, stat));
      }
    }
    return List.copyOf(byIdentity.values());
  }

  private StatSeries series(List<Sighting> sightings) {
    List<Stat> stats = sightings.stream().map(Sighting::stat).toList();
    Stat first = stats.get(0);
    return new StatSeries(first.type(), first.kind(), stats, stats.size(), missing);
  }

  /** The media source, which is due in every sample: its frames are held against the stream's. */
  private StatSeries source(List<Sighting> sightings) {
    List<Stat> sources = related(sightings, Report::sourceOf);
    return new StatSeries("media-source", kind(sightings), sources, sightings.size(), missing);
  }

  /** The far end's reports, which begin with the first RTCP: a mean may stand on fewer samples. */
  private StatSeries remote(List<Sighting> sightings) {
    List<Stat> remotes = related(sightings, Report::remoteOf);
    return new StatSeries("remote-inbound-rtp", kind(sightings), remotes, remotes.size(), missing);
  }

  private static List<Stat> related(
      List<Sighting> sightings, BiFunction<Report, Stat, Optional<Stat>> relation) {
    return sightings.stream()
        .map(sighting -> relation.apply(sighting.report(), sighting.stat()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static String kind(List<Sighting> sightings) {
    return sightings.get(0).stat().kind();
  }

  private static Sighting last(List<Sighting> sightings) {
    return sightings.get(sightings.size() - 1);
  }

  /** A stream in a report. */
  private record Sighting(Report report, Stat stat) {
    Optional<Stat> codec() {
      return report.codecOf(stat);
    }
  }
}
