package dev.parley.harness.call;

import dev.parley.harness.CallErrored;
import dev.parley.harness.endpoint.Endpoint;
import dev.parley.harness.endpoint.EndpointException;
import dev.parley.harness.endpoint.Lease;
import dev.parley.harness.network.CallNetwork;
import dev.parley.harness.stats.CapabilityMap;
import dev.parley.pages.PageCall;
import dev.parley.pages.PageMessage;
import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.RunEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** What a live call stands on: its pages, its browsers, its board and its files. */
public final class CallSession implements AutoCloseable {
  private static final Duration JOIN = Duration.ofSeconds(20);

  /** How much later than its socket's end a browser's death may be seen. */
  private static final Duration CRASH_TELLS = Duration.ofMillis(1500);

  private final CallBoard board = new CallBoard();
  private final Map<String, RawStatsFile> rawStats = new LinkedHashMap<>();
  private final List<LiveParticipant> participants = new ArrayList<>();
  private final AttemptLog log;
  private final PageCall page;
  private final Connector connector;
  private final WindowMeasurer measurer;
  private final Optional<CallNetwork> network;
  private final List<Seat> seats;

  /** Opens the call on the page server; the browsers are opened by {@link #join()}. */
  public CallSession(CallContext context, Map<PlannedParticipant, Lease> leases) {
    log = context.log();
    network = context.network();
    seats = seats(leases);
    seats.forEach(
        seat -> rawStats.put(seat.planned().name(), rawStats(context.folder(), seat, log)));
    RelayDesk relayDesk = new RelayDesk(board, log);
    page = context.server().openCall(context.callId(), names(), journal(context, relayDesk));
    PageCommands commands = new PageCommands(page, board);
    network.ifPresent(
        links -> relayDesk.open(links, new SocketLeases(links.relay(), commands, names())));
    CallTools tools = new CallTools(board, commands, context.clock(), log, network);
    seats.forEach(seat -> participants.add(new LiveParticipant(seat, peersOf(seat), tools)));
    Saboteur saboteur = new Saboteur(context.settings().sabotage(), participants, tools);
    connector = new Connector(participants, tools, context.settings().sampleInterval(), saboteur);
    measurer = new WindowMeasurer(participants, tools, saboteur);
  }

  private static List<Seat> seats(Map<PlannedParticipant, Lease> leases) {
    List<Seat> seats = new ArrayList<>();
    leases.forEach(
        (planned, lease) -> {
          Endpoint endpoint = lease.endpoint();
          CapabilityMap capabilities = new CapabilityMap(endpoint.family(), endpoint.version());
          seats.add(new Seat(planned, lease, new PageRecord(planned.name(), capabilities)));
        });
    return List.copyOf(seats);
  }

  private static RawStatsFile rawStats(Path folder, Seat seat, AttemptLog log) {
    String name = seat.planned().name();
    return new RawStatsFile(
        folder.resolve(name + ".stats.jsonl.gz"),
        JsonMapper.shared(),
        trouble -> log.append(new RunEvent.Note(name, trouble)));
  }

  private List<String> names() {
    return seats.stream().map(seat -> seat.planned().name()).toList();
  }

  private PageJournal journal(CallContext context, RelayDesk relayDesk) {
    Map<String, PageRecord> records = new LinkedHashMap<>();
    seats.forEach(seat -> records.put(seat.planned().name(), seat.record()));
    // In a mesh everybody but the last offers to somebody.
    Set<String> offerers =
        Set.copyOf(names().stream().limit(Math.max(1, seats.size() - 1)).toList());
    EventJournal events = new EventJournal(board, log, offerers, relayDesk);
    return new PageJournal(board, context.clock(), log, records, rawStats, events);
  }

  private List<String> peersOf(Seat seat) {
    return names().stream().filter(name -> !name.equals(seat.planned().name())).toList();
  }

  /** Opens every participant's page and waits until it has said hello. */
  public void join() {
    Together.run(seats.stream().<Runnable>map(seat -> () -> open(seat)).toList());
    seats.forEach(this::joined);
  }

  private void open(Seat seat) {
    seat.lease().onFault(fault -> board.fault(errored(seat, fault)));
    try {
      seat.lease().open(page.pageUri(seat.planned().name()));
    } catch (EndpointException e) {
      throw errored(seat, e);
    }
  }

  private void joined(Seat seat) {
    String name = seat.planned().name();
    var hello = page.joined(name);
    var unused = hello.whenComplete((value, error) -> board.post(() -> {}));
    if (!board.await("the page of " + name, JOIN, hello::isDone)) {
      throw new CallErrored(
          "page-silent",
          "the page of %s (%s) did not say hello within %d s"
              .formatted(name, seat.planned().endpoint(), JOIN.toSeconds()));
    }
    PageMessage.Hello said = hello.join();
    log.append(
        new RunEvent.ParticipantJoined(
            name,
            seat.planned().role(),
            seat.planned().endpoint(),
            seat.lease().endpoint().family().word(),
            seat.lease().endpoint().version(),
            said.userAgent(),
            said.platform(),
            seat.lease().warm(),
            "page"));
  }

  private static CallErrored errored(Seat seat, EndpointException e) {
    return new CallErrored(e.kind(), "%s: %s".formatted(seat.planned().name(), e.getMessage()), e);
  }

  /** The faults of the infrastructure, the most telling first. */
  public List<CallErrored> faults() {
    return board.settledFaults(CRASH_TELLS);
  }

  /** Where the pages' reports are. */
  public CallBoard board() {
    return board;
  }

  /** What tells whether the machine could keep up; empty where nothing was measured. */
  public Optional<LoadEvidence> load() {
    List<MeasuredSide> sides = measurer.measured();
    return sides.isEmpty() ? Optional.empty() : Optional.of(LoadEvidence.of(sides));
  }

  /** Its emulated links; empty where it goes over the machine's own network. */
  public Optional<CallNetwork> emulated() {
    return network;
  }

  /** The network in a word: that of the first whose link is not perfect. */
  String network() {
    List<String> names = seats.stream().map(seat -> seat.planned().network()).toList();
    return names.stream().filter(name -> !name.equals("ideal")).findFirst().orElse("ideal");
  }

  List<LiveParticipant> participants() {
    return participants;
  }

  Connector connector() {
    return connector;
  }

  WindowMeasurer measurer() {
    return measurer;
  }

  AttemptLog log() {
    return log;
  }

  /** Ends the call: from now on a closed socket is nobody's fault. */
  @Override
  public void close() {
    board.post(() -> seats.forEach(seat -> seat.record().left = true));
    page.close();
    network.ifPresent(CallNetwork::close);
    rawStats.values().forEach(RawStatsFile::close);
    seats.forEach(
        seat -> {
          var mapping = board.read(() -> seat.record().mapping());
          if (mapping != null) {
            log.append(mapping.event(seat.planned().name()));
          }
        });
  }
}
