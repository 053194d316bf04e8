package dev.parley.network.relay;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Packets that a call's sockets did not forward, by reason. */
final class Refusals {
  private final Map<Refusal, Long> counts = new EnumMap<>(Refusal.class);

  void count(Refusal reason) {
    counts.merge(reason, 1L, Long::sum);
  }

  /** By word; reasons that did not occur are left out. */
  Map<String, Long> truth() {
    Map<String, Long> words = new TreeMap<>();
    counts.forEach((reason, count) -> words.put(reason.word(), count));
    return words;
  }
}
