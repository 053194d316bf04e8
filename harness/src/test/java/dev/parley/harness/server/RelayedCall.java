package dev.parley.harness.server;

import dev.parley.harness.endpoint.Lease;
import dev.parley.harness.network.CallNetwork;
import dev.parley.harness.network.NetworkFindings;
import dev.parley.harness.network.ProbeReports;
import dev.parley.network.relay.Relay;
import dev.parley.network.relay.RelayCall;
import dev.parley.network.relay.RelayPlan;
import dev.parley.network.relay.RelaySocket;
import dev.parley.network.relay.RelayTruth;
import dev.parley.pages.PageCall;
import dev.parley.pages.PageListener;
import dev.parley.pages.PageMessage;
import dev.parley.pages.PageServer;
import dev.parley.reports.log.RunClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A call over emulated links in which some seats are browsers' and one may be a server's. */
final class RelayedCall implements AutoCloseable {
  private static final int SOCKETS = 12;
  private static final int COMMAND_SECONDS = 20;
  private static final Duration SELF_TEST = Duration.ofSeconds(5);
  private final Seen seen = new Seen();
  private final List<Lease> leases = new ArrayList<>();
  private final RelayPlan plan;
  private final CallNetwork network;
  private final ProbeReports reports;
  private final PageCall page;

  /**
   * Opens one.
   *
   * @param plan of the browsers' links, in the order of their names
   * @param server a name for a seat that has no link; empty for none
   */
  RelayedCall(PageServer pages, Relay relay, RelayPlan plan, List<String> server) {
    this.plan = plan;
    network = CallNetwork.open(relay, plan, RunClock.start(), event -> {});
    reports = new ProbeReports(network.relay());
    List<String> names = new ArrayList<>(browsers());
    names.addAll(server);
    page = pages.openCall(plan.id(), names, new Desk());
  }

  private List<String> browsers() {
    return plan.participants().stream().map(RelayPlan.Seat::name).toList();
  }

  /** Where a server is to take its seat. */
  URI seat(String name) {
    return page.pageUri(name);
  }

  /** Opens a browser's page. */
  void open(String name, Lease lease) {
    leases.add(lease);
    lease.open(page.pageUri(name));
    page.joined(name).orTimeout(COMMAND_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Gives everybody's probe its sockets, and prepares one of them after the other. */
  void prepare(Map<String, Object> rtc, List<String> offererOf) {
    browsers().forEach(name -> lend(name, network.relay().sockets()));
    List<String> names = browsers();
    for (String name : names) {
      boolean offers = name.equals(names.get(0));
      List<String> peers = offers ? offererOf : List.of(names.get(0));
      command(
          name,
          "prepare",
          Map.of(
              "peers",
              peers,
              "offererOf",
              offers ? peers : List.of(),
              "polite",
              !offers,
              "media",
              Map.of("audio", "page", "video", "page", "width", 320, "height", 240),
              "rtc",
              rtc,
              "sampleIntervalMs",
              500));
    }
  }

  private void lend(String name, Collection<RelaySocket> known) {
    List<RelaySocket> own = network.relay().lease(name, SOCKETS);
    command(name, "relay", Map.of("own", spots(own), "known", spots(known)));
  }

  private static List<Map<String, Object>> spots(Collection<RelaySocket> sockets) {
    return sockets.stream()
        .map(each -> Map.<String, Object>of("address", each.address(), "port", each.port()))
        .toList();
  }

  JsonNode command(String name, String command, Object arguments) {
    return page.command(name, command, arguments)
        .orTimeout(COMMAND_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** Has the first browser offer. */
  void offer(String peer) {
    command(browsers().get(0), "offer", Map.of("peer", peer));
  }

  /** Waits for samples, and says what was seen when they do not come. */
  void await(String name, String what, Duration patience, Predicate<Samples> reached) {
    try {
      seen.await(name, what, patience, reached);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "; the relay: " + relay().truth(), e);
    }
  }

  Samples samples(String name) {
    return seen.of(name);
  }

  RelayCall relay() {
    return network.relay();
  }

  CallNetwork network() {
    return network;
  }

  RelayTruth.OfParticipant truth(String name) {
    return Objects.requireNonNull(network.relay().truth().participants().get(name), name);
  }

  /** What the relay's accounts say of trusting this call. */
  NetworkFindings conclude() {
    return network.conclude(SELF_TEST);
  }

  @Override
  public void close() {
    page.close();
    network.close();
    leases.forEach(Lease::close);
  }

  /** Passes on to the relay what probes say, before the page's next message is dealt with. */
  private final class Desk implements PageListener {
    @Override
    public void received(String participant, PageMessage message, long nanos) {
      if (message instanceof PageMessage.Event event && event.pc() != null) {
        if (event.name().equals("relay-low")) {
          moreLater(participant);
        } else {
          var unused = reports.take(participant, event.pc(), event.name(), event.data());
        }
        if (event.name().equals("pc-closed")) {
          reports.closed(participant, event.pc());
        }
        seen.add(participant, event);
      } else if (message instanceof PageMessage.Stats stats) {
        network.sampled(participant, stats.pc(), stats.number(), stats.report());
        seen.add(participant, stats);
      }
    }

    /** The answer comes by the thread that tells of the need. */
    private void moreLater(String participant) {
      List<RelaySocket> own = network.relay().lease(participant, SOCKETS);
      for (String name : browsers()) {
        List<RelaySocket> mine = name.equals(participant) ? own : List.of();
        var unused = page.command(name, "relay", Map.of("own", spots(mine), "known", spots(own)));
      }
    }

    @Override
    public void closed(String participant, int code, String reason) {}

    @Override
    public void refused(String participant, String what) {
      seen.note(participant + " was refused: " + what);
    }
  }
}
