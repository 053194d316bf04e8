package dev.parley.harness.network;

import dev.parley.harness.stats.ReceivedTotals;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.relay.Relay;
import dev.parley.network.relay.RelayCall;
import dev.parley.network.relay.RelayPlan;
import dev.parley.network.relay.RelayTruth;
import dev.parley.reports.log.RunClock;
import dev.parley.reports.model.RunEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One call's emulated links, from their first state to what they say of a verdict. */
public final class CallNetwork implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final String BACKEND = "relay";

  private final RelayPlan plan;
  private final RelayCall relay;
  private final RunClock clock;
  private final Consumer<RunEvent> log;
  private final LinkStates states;
  private final LinkSampler sampler;
  private final TruthLine truths = new TruthLine();
  private final NetworkJudge judge;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(CallNetwork::daemon);
  private volatile boolean over;
  private boolean held;
  private OptionalDouble scheduleStarted = OptionalDouble.empty();
  private Optional<NetworkFindings> findings = Optional.empty();

  private CallNetwork(RelayPlan plan, RelayCall relay, RunClock clock, Consumer<RunEvent> log) {
    this.plan = plan;
    this.relay = relay;
    this.clock = clock;
    this.log = log;
    states = new LinkStates(plan.participants());
    judge = new NetworkJudge(states);
    relay.onChange(this::changed);
    begin();
    sampler = new LinkSampler(relay, clock, log);
    var unused =
        timer.scheduleAtFixedRate(
            sampler::sample, INTERVAL.toNanos(), INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Opens the links of a call, and says in the log what they are. */
  public static CallNetwork open(
      Relay relay, RelayPlan plan, RunClock clock, Consumer<RunEvent> log) {
    return new CallNetwork(plan, relay.open(plan), clock, log);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "parley-network-sampler");
    thread.setDaemon(true);
    return thread;
  }

  private void begin() {
    double now = clock.nowMs();
    for (RelayPlan.Seat seat : plan.participants()) {
      log.accept(
          new RunEvent.Network(
              seat.name(),
              seat.network().name(),
              seat.network().description(),
              BACKEND,
              plan.seed(),
              sharedWith(seat)));
      for (Direction direction : Direction.values()) {
        LinkProfile link = seat.network().link(direction);
        log.accept(NetworkEvents.state(seat.name(), direction, now, link, "start"));
      }
    }
  }

  private List<String> sharedWith(RelayPlan.Seat seat) {
    return plan.participants().stream()
        .filter(other -> seat.sharedLink() != null && seat.sharedLink().equals(other.sharedLink()))
        .map(RelayPlan.Seat::name)
        .filter(name -> !name.equals(seat.name()))
        .toList();
  }

  private void changed(
      long atNanos, String participant, Direction direction, LinkProfile now, String why) {
    states.changed(participant, direction, now);
    log.accept(NetworkEvents.state(participant, direction, clock.toRunMs(atNanos), now, why));
  }

  /** The relay's part, to be told of sockets, credentials and candidates. */
  public RelayCall relay() {
    return relay;
  }

  /** Whether nothing is ever impaired, except by hand. */
  public boolean isIdeal() {
    return plan.participants().stream().allMatch(seat -> seat.network().isIdeal());
  }

  /** What a participant's link was asked to be. */
  public NetworkProfile profile(String participant) {
    return plan.participants().stream()
        .filter(seat -> seat.name().equals(participant))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("found no link of " + participant))
        .network();
  }

  /** From now on {@link #mediaFlows} starts nothing. */
  public synchronized void holdSchedules() {
    held = true;
  }

  /** Starts the schedules as media flows, or, without any, once connected; unless they are held. */
  public synchronized void mediaFlows() {
    if (!held) {
      startSchedules();
    }
  }

  /** Starts the schedules of all links, unless they have been started. */
  public synchronized void startSchedules() {
    if (scheduleStarted.isEmpty()) {
      scheduleStarted = OptionalDouble.of(clock.nowMs());
      relay.startSchedules();
      log.accept(new RunEvent.Step("network-schedule-start", null));
    }
  }

  /** When the schedules were started, in milliseconds of the run; empty before. */
  public synchronized OptionalDouble scheduleStarted() {
    return scheduleStarted;
  }

  /** A sample of a participant's statistics came. */
  public void sampled(String participant, String pc, long number, JsonNode report) {
    if (over) {
      return;
    }
    RelayTruth truth = relay.truth();
    RelayTruth.OfParticipant own = truth.participants().get(participant);
    if (own != null) {
      truths.add(participant, pc, number, own);
      judge.received(participant, pc, ReceivedTotals.of(report), truth);
    }
  }

  /** What was applied to a received stream between two samples of its statistics, by number. */
  public Optional<AppliedLoss> applied(
      String participant, String pc, long ssrc, long first, long last) {
    return truths.between(participant, pc, ssrc, first, last);
  }

  /** What the links did between two moments of the run's clock. */
  public List<RunEvent.NetworkSample> samples(double fromMs, double toMs) {
    return sampler.between(fromMs, toMs);
  }

  /** Begins and, {@code ended}, ends a window, in which the kernel is to drop nothing. */
  public void window(boolean ended) {
    judge.window(ended, relay.truth());
    sampler.sample();
  }

  /** Takes down how the loss that a receiver saw compares with what was applied. */
  public void compared(RunEvent.LossCompared comparison) {
    log.accept(comparison);
    judge.compared(comparison);
  }

  /**
   * Ends the emulation, says in the log what it did, and whether it can be trusted; later calls
   * give the same answer.
   *
   * @param patience how long the relay's own datagrams may take
   */
  public synchronized NetworkFindings conclude(Duration patience) {
    if (findings.isEmpty()) {
      endSampling();
      RelayTruth truth = relay.truth();
      List<String> silent = relay.selfTest(patience);
      NetworkFindings found = judge.findings(truth, silent);
      summarise(truth);
      log.accept(proof(found, truth));
      findings = Optional.of(found);
      over = true;
      relay.close();
    }
    return findings.orElseThrow();
  }

  private void endSampling() {
    timer.shutdown();
    try {
      if (timer.awaitTermination(1, TimeUnit.SECONDS)) {
        sampler.sample();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void summarise(RelayTruth truth) {
    for (RelayPlan.Seat seat : plan.participants()) {
      RelayTruth.OfParticipant own = truth.participants().get(seat.name());
      if (own != null) {
        for (Direction direction : Direction.values()) {
          log.accept(
              NetworkEvents.summary(
                  seat.name(),
                  direction,
                  direction == Direction.UP ? own.up() : own.down(),
                  states.unchanged(seat.name(), direction),
                  truth.kernelDrops()));
        }
      }
    }
  }

  private RunEvent.NetworkProof proof(NetworkFindings found, RelayTruth truth) {
    return new RunEvent.NetworkProof(
        found.selfTest().map(why -> "failed: " + why).orElse("passed"),
        truth.refused(),
        judge.bypass().orElse(null));
  }

  /** Lets go of what {@link #conclude} has not. */
  @Override
  public void close() {
    over = true;
    timer.shutdownNow();
    relay.close();
  }
}
