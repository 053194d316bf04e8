package dev.parley.network.relay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One peer connection of a participant, as far as the relay knows it. */
final class Connection {
  private final Participant participant;
  private final String id;
  private final List<Generation> generations = new ArrayList<>();
  private final List<BoundSocket> servers = new ArrayList<>();
  private long deliveredBytes;

  Connection(Participant participant, String id) {
    this.participant = participant;
    this.id = id;
  }

  Participant participant() {
    return participant;
  }

  String id() {
    return id;
  }

  /** All generations of both sides, oldest first. */
  List<Generation> generations() {
    return generations;
  }

  /** Sockets that stand for servers. */
  List<BoundSocket> servers() {
    return servers;
  }

  /** The generation of a side with this ufrag; null if none is known. */
  @Nullable Generation known(boolean own, String ufrag) {
    for (int i = generations.size() - 1; i >= 0; i--) {
      Generation one = generations.get(i);
      if (one.own() == own && one.ufrag().equals(ufrag)) {
        return one;
      }
    }
    return null;
  }

  /** The generation of a side with this ufrag, new if need be. */
  Generation generation(boolean own, String ufrag) {
    Generation known = known(own, ufrag);
    if (known != null) {
      return known;
    }
    Generation fresh = new Generation(this, own, ufrag);
    generations.add(fresh);
    return fresh;
  }

  /** The newest generation of the participant itself; one without credentials before the first. */
  Generation newestOwn() {
    for (int i = generations.size() - 1; i >= 0; i--) {
      if (generations.get(i).own()) {
        return generations.get(i);
      }
    }
    return generation(true, "");
  }

  /**
   * The generations that have ended: a newer one of the same side has carried media since a moment,
   * and they have not.
   */
  List<Generation> ended(long sinceNanos) {
    List<Generation> ended = new ArrayList<>();
    for (boolean own : new boolean[] {true, false}) {
      boolean succeeded = false;
      for (int i = generations.size() - 1; i >= 0; i--) {
        Generation one = generations.get(i);
        // Ways to servers that were asked before any credentials were known are no generation's.
        boolean named = !one.ufrag().isEmpty();
        if (named && one.own() == own && succeeded && one.isQuietSince(sinceNanos)) {
          ended.add(one);
        }
        succeeded |= one.own() == own && one.hasCarriedSince(sinceNanos);
      }
    }
    return ended;
  }

  /** Every socket of it. */
  List<BoundSocket> sockets() {
    List<BoundSocket> all = new ArrayList<>(servers);
    generations.forEach(one -> all.addAll(one.sockets()));
    return all;
  }

  /** So much UDP payload was handed to the participant. */
  void handed(int bytes) {
    deliveredBytes += bytes;
  }

  long deliveredBytes() {
    return deliveredBytes;
  }
}
