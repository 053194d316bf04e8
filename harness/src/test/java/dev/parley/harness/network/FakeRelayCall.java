package dev.parley.harness.network;

import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.FlowTruth;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkTruth;
import dev.parley.network.relay.CandidateBinding;
import dev.parley.network.relay.Relay;
import dev.parley.network.relay.RelayCall;
import dev.parley.network.relay.RelayPlan;
import dev.parley.network.relay.RelaySocket;
import dev.parley.network.relay.RelayTruth;
import dev.parley.network.relay.ServerBinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A relay without sockets: it tells what a test has it tell, and keeps what it is told. */
public final class FakeRelayCall implements RelayCall {
  /** What it was told, in words. */
  public final List<String> told = new ArrayList<>();

  final Map<String, RelayTruth.OfParticipant> truths = new LinkedHashMap<>();
  List<String> silentSockets = List.of();
  @Nullable Long kernelDrops = 0L;
  double capacity = Double.POSITIVE_INFINITY;
  private final RelayPlan plan;
  private @Nullable ChangeListener listener;
  private long nanos;

  FakeRelayCall(RelayPlan plan) {
    this.plan = plan;
    plan.participants().forEach(seat -> truths.put(seat.name(), nothing()));
  }

  /** A relay whose calls are kept in a list. */
  public static Relay keeping(List<FakeRelayCall> calls) {
    return new Relay() {
      @Override
      public RelayCall open(RelayPlan plan) {
        calls.add(new FakeRelayCall(plan));
        return calls.get(calls.size() - 1);
      }

      @Override
      public void close() {
        calls.forEach(FakeRelayCall::close);
      }
    };
  }

  /** What it was opened with. */
  public RelayPlan plan() {
    return plan;
  }

  static RelayTruth.OfParticipant nothing() {
    return new RelayTruth.OfParticipant(link(0, 0), link(0, 0), List.of(), Map.of(), 0);
  }

  static LinkTruth link(long delivered, long lost) {
    return link(delivered, lost, 0.1, 0);
  }

  static LinkTruth link(long delivered, long lost, double latenessMs, double lateShare) {
    LinkTruth.Spread late = new LinkTruth.Spread(0.05, latenessMs, latenessMs, latenessMs);
    return new LinkTruth(
        delivered + lost,
        100 * (delivered + lost),
        delivered,
        100 * delivered,
        Map.of(DropCause.LOSS, lost),
        0,
        0,
        delivered == 0 ? null : new LinkTruth.Spread(40, 41, 42, 43),
        delivered == 0 ? null : new LinkTruth.Spread(1, 2, 3, 4),
        2.0 * delivered,
        delivered == 0 ? null : late,
        lateShare);
  }

  void received(String participant, long bytes, FlowTruth... flows) {
    truths.put(
        participant,
        new RelayTruth.OfParticipant(
            link(0, 0), link(100, 5), List.of(flows), Map.of("pc1", bytes), 0));
  }

  void change(String participant, Direction direction, LinkProfile now, String why) {
    if (listener != null) {
      listener.changed(nanos, participant, direction, now, why);
    }
  }

  void at(long moment) {
    nanos = moment;
  }

  @Override
  public List<RelaySocket> lease(String participant, int perAddress) {
    told.add("lease " + participant);
    return List.of(new RelaySocket("10.0.0.7", 4000 + told.size()));
  }

  @Override
  public Set<RelaySocket> sockets() {
    return Set.of(new RelaySocket("10.0.0.7", 4001));
  }

  @Override
  public void credentials(
      String participant, String pc, boolean own, String ufrag, String password) {
    told.add("credentials %s %s %s %s %s".formatted(participant, pc, own, ufrag, password));
  }

  @Override
  public void bind(CandidateBinding binding) {
    told.add(binding.toString());
  }

  @Override
  public void bind(ServerBinding binding) {
    told.add(binding.toString());
  }

  @Override
  public void closed(String participant, String pc) {
    told.add("closed %s %s".formatted(participant, pc));
  }

  @Override
  public void startSchedules() {
    told.add("start");
  }

  @Override
  public void event(String participant, String word) {
    told.add("event %s %s".formatted(participant, word));
  }

  @Override
  public void change(String participant, Direction direction, LinkChange change) {
    told.add("change %s %s".formatted(participant, direction));
  }

  @Override
  public LinkProfile state(String participant, Direction direction) {
    return LinkProfile.IDEAL;
  }

  @Override
  public double bitsPerSecond(String participant, Direction direction) {
    return capacity;
  }

  @Override
  public RelayTruth truth() {
    return new RelayTruth(nanos, truths, Map.of("no-integrity", 2L), kernelDrops);
  }

  @Override
  public void onChange(ChangeListener hearer) {
    listener = hearer;
  }

  @Override
  public List<String> selfTest(Duration patience) {
    return silentSockets;
  }

  @Override
  public void sabotage() {
    told.add("sabotage");
  }

  @Override
  public void close() {
    told.add("close");
  }
}
