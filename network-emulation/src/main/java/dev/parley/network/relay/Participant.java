package dev.parley.network.relay;

import dev.parley.network.truth.FlowRecorder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A participant of a call: its access link and its peer connections. */
final class Participant {
  private final String name;
  private final Access access;
  private final Map<String, Connection> connections = new HashMap<>();
  private final FlowRecorder flows = new FlowRecorder();
  private long unbound;

  Participant(String name, Access access) {
    this.name = name;
    this.access = access;
  }

  String name() {
    return name;
  }

  Access access() {
    return access;
  }

  /** The RTP streams on their way to it. */
  FlowRecorder flows() {
    return flows;
  }

  /** The peer connection with this id, new if need be. */
  Connection connection(String id) {
    return connections.computeIfAbsent(id, key -> new Connection(this, key));
  }

  List<Connection> connections() {
    return new ArrayList<>(connections.values());
  }

  /** A candidate got no socket. */
  void countUnbound() {
    unbound++;
  }

  /** Everything counted up to now. */
  RelayTruth.OfParticipant truth() {
    Map<String, Long> bytes = new TreeMap<>();
    connections.values().forEach(one -> bytes.put(one.id(), one.deliveredBytes()));
    return new RelayTruth.OfParticipant(access.up(), access.down(), flows.truth(), bytes, unbound);
  }
}
