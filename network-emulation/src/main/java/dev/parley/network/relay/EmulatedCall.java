package dev.parley.network.relay;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.realtime.LinkDriver;
import dev.parley.network.stun.StunKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call as its user sees it: everything is done under the lock of the run's links. */
final class EmulatedCall implements RelayCall {
  /** How long an old generation's sockets live beside a new one that carries media. */
  private static final long RETIRED_AFTER_NANOS = 5_000_000_000L;

  /** How long what is on its way from a peer connection that was closed may still arrive. */
  private static final long LINGERING_NANOS = 5_000_000_000L;

  private final RunRelay run;
  private final LinkDriver driver;
  private final Exchange exchange;
  private final Map<Participant, Access.Listener> told = new LinkedHashMap<>();
  private volatile ChangeListener listener = (at, who, direction, now, why) -> {};
  private boolean closed;

  EmulatedCall(RunRelay run, RelayPlan plan) {
    this.run = run;
    this.driver = run.driver();
    this.exchange = new Exchange(plan, run.sockets(), driver);
    plan.participants().forEach(seat -> take(plan, seat));
  }

  private void take(RelayPlan plan, RelayPlan.Seat seat) {
    Participant participant = new Participant(seat.name(), run.access(plan, seat));
    Access.Listener teller =
        (at, direction, now, why) -> listener.changed(at, seat.name(), direction, now, why);
    participant.access().listen(teller);
    told.put(participant, teller);
    exchange.participants().add(participant);
  }

  @Override
  public List<RelaySocket> lease(String participant, int perAddress) {
    exchange.participants().get(participant);
    List<BoundSocket> fresh = exchange.sockets().open(exchange.addresses().gathered(), perAddress);
    return driver.exclusively(() -> exchange.sockets().lease(fresh));
  }

  @Override
  public Set<RelaySocket> sockets() {
    return driver.exclusively(() -> exchange.sockets().names());
  }

  @Override
  public void credentials(
      String participant, String pc, boolean own, String ufrag, String password) {
    with(
        participant,
        it -> it.connection(pc).generation(own, ufrag).password(StunKey.shortTerm(password)));
  }

  @Override
  public void bind(CandidateBinding binding) {
    with(binding.participant(), it -> exchange.bind(it, binding));
  }

  @Override
  public void bind(ServerBinding binding) {
    InetSocketAddress found = new InetSocketAddress(binding.host(), binding.port());
    with(binding.participant(), it -> exchange.bind(it, binding, found));
  }

  @Override
  public void closed(String participant, String pc) {
    with(
        participant,
        it ->
            driver.at(
                now() + LINGERING_NANOS,
                () -> exchange.sockets().release(it.connection(pc).sockets())));
  }

  @Override
  public void startSchedules() {
    driver.exclusively(() -> exchange.participants().all().forEach(it -> it.access().start(now())));
  }

  @Override
  public void event(String participant, String word) {
    with(participant, it -> it.access().link().tell(link -> link.event(now(), word)));
  }

  @Override
  public void change(String participant, Direction direction, LinkChange change) {
    with(participant, it -> it.access().link().tell(link -> link.change(now(), direction, change)));
  }

  @Override
  public LinkProfile state(String participant, Direction direction) {
    return driver.exclusively(() -> link(participant).state(direction));
  }

  @Override
  public double bitsPerSecond(String participant, Direction direction) {
    return driver.exclusively(() -> link(participant).bitsPerSecond(now(), direction));
  }

  @Override
  public RelayTruth truth() {
    KernelDrops.@Nullable Snapshot drops = run.sockets().drops().read();
    return driver.exclusively(
        () -> {
          Map<String, RelayTruth.OfParticipant> all = new LinkedHashMap<>();
          exchange.participants().all().forEach(it -> all.put(it.name(), it.truth()));
          return new RelayTruth(now(), all, exchange.refusals(), exchange.sockets().drops(drops));
        });
  }

  @Override
  public void onChange(ChangeListener hearer) {
    listener = hearer;
  }

  @Override
  public List<String> selfTest(Duration patience) {
    List<InetSocketAddress> open =
        driver.exclusively(
            () -> exchange.sockets().open().stream().map(BoundSocket::local).toList());
    List<String> troubles = new ArrayList<>();
    exchange.participants().all().forEach(it -> it.access().trouble().ifPresent(troubles::add));
    try {
      troubles.addAll(exchange.selfTest().silent(open, patience));
    } catch (IOException e) {
      troubles.add("every socket, as the test itself could not be made: " + e.getMessage());
    }
    return troubles;
  }

  @Override
  public void sabotage() {
    driver.exclusively(() -> exchange.sockets().sabotage());
  }

  @Override
  public void close() {
    if (driver.exclusively(this::end)) {
      exchange.endCapture();
    }
  }

  private boolean end() {
    boolean first = !closed;
    if (first) {
      closed = true;
      exchange.sockets().close();
      told.forEach(
          (it, teller) -> {
            it.access().forget(teller);
            run.leave(it.access());
          });
      run.forget(this);
    }
    return first;
  }

  /** Lets go of what has outlived itself. */
  void keepHouse(long nanos) {
    exchange.retire(nanos - RETIRED_AFTER_NANOS);
  }

  private void with(String participant, Consumer<Participant> body) {
    driver.exclusively(() -> body.accept(exchange.participants().get(participant)));
  }

  private AccessLink<Datagram> link(String participant) {
    return exchange.participants().get(participant).access().link().link();
  }

  /** The moment at which something happens now: what was due before it has been done. */
  private long now() {
    return driver.advance(driver.nanos());
  }
}
