package dev.parley.harness.stats;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One getStats report; what is no stats object is left out, of two with one id the first stays. */
final class Report {
  private final Map<String, Stat> byId = new LinkedHashMap<>();

  Report(JsonNode array) {
    if (array.isArray()) {
      array.forEach(node -> Stat.of(node).ifPresent(stat -> byId.putIfAbsent(stat.id(), stat)));
    }
  }

  Collection<Stat> all() {
    return byId.values();
  }

  Optional<Stat> find(Optional<String> id) {
    return id.map(byId::get);
  }

  List<Stat> ofType(String type) {
    return byId.values().stream().filter(stat -> stat.type().equals(type)).toList();
  }

  /** The RTP streams of a type, sound and pictures only. */
  List<Stat> media(String type) {
    return ofType(type).stream().filter(Stat::isMedia).toList();
  }

  /** The object that another one's {@code codecId} names. */
  Optional<Stat> codecOf(Stat stream) {
    return find(stream.text("codecId"));
  }

  /**
   * The source that a sent stream takes its media from.
   *
   * <p>Firefox gives no {@code mediaSourceId}: there it is the only source of the kind, or the one
   * whose id holds the stream's m-line, as in {@code mediasource_video_1{…}}.
   */
  Optional<Stat> sourceOf(Stat stream) {
    Optional<Stat> named = find(stream.text("mediaSourceId"));
    if (named.isPresent()) {
      return named;
    }
    List<Stat> sources =
        media("media-source").stream().filter(s -> s.kind().equals(stream.kind())).toList();
    if (sources.size() == 1) {
      return Optional.of(sources.get(0));
    }
    String prefix = "mediasource_" + stream.kind() + "_" + stream.text("mid").orElse("?") + "{";
    return sources.stream().filter(source -> source.id().startsWith(prefix)).findFirst();
  }

  /** What the far end reported about a sent stream. */
  Optional<Stat> remoteOf(Stat stream) {
    return find(stream.text("remoteId"))
        .or(
            () ->
                media("remote-inbound-rtp").stream()
                    .filter(remote -> remote.text("localId").equals(Optional.of(stream.id())))
                    .findFirst());
  }

  /** The selected pair of a transport: the one that it names, for several can be nominated. */
  Optional<Stat> selectedPair(Stat transport) {
    return find(transport.text("selectedCandidatePairId"));
  }
}
