package dev.parley.harness.call;

import dev.parley.harness.CallErrored;
import dev.parley.network.relay.PortsExhaustedException;
import dev.parley.network.relay.RelayCall;
import dev.parley.network.relay.RelaySocket;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives relay sockets to the probes, beforehand and again when they run low. */
final class SocketLeases {
  /** Enough for two generations of a browser that gathers for two m-lines and components. */
  private static final int PER_ADDRESS = 12;

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final String COMMAND = "relay";

  private final RelayCall relay;
  private final PageCommands commands;
  private final List<String> participants;

  SocketLeases(RelayCall relay, PageCommands commands, List<String> participants) {
    this.relay = relay;
    this.commands = commands;
    this.participants = List.copyOf(participants);
  }

  /** The first sockets of everybody; their pages have them when this returns. */
  void first() {
    Map<String, List<RelaySocket>> leased = new LinkedHashMap<>();
    participants.forEach(name -> leased.put(name, lease(name)));
    leased.forEach(
        (name, own) -> commands.run(name, COMMAND, arguments(own, relay.sockets()), ANSWER));
  }

  /** More sockets for one; everybody else hears of them first. */
  void more(String participant) {
    List<RelaySocket> own = lease(participant);
    for (String name : participants) {
      if (!name.equals(participant)) {
        var unused = commands.start(name, COMMAND, arguments(List.of(), own));
      }
    }
    var unused = commands.start(participant, COMMAND, arguments(own, own));
  }

  private List<RelaySocket> lease(String participant) {
    try {
      return relay.lease(participant, PER_ADDRESS);
    } catch (PortsExhaustedException e) {
      throw new CallErrored("relay-ports", String.valueOf(e.getMessage()), e);
    }
  }

  private static Map<String, Object> arguments(
      Collection<RelaySocket> own, Collection<RelaySocket> known) {
    return Map.of("own", addresses(own), "known", addresses(known));
  }

  private static List<Map<String, Object>> addresses(Collection<RelaySocket> sockets) {
    return sockets.stream()
        .map(socket -> Map.<String, Object>of("address", socket.address(), "port", socket.port()))
        .toList();
  }
}
