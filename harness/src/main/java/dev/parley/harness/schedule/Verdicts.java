package dev.parley.harness.schedule;

import dev.parley.harness.CallErrored;
import dev.parley.harness.call.CallSession;
import dev.parley.harness.call.LiveCall;
import dev.parley.harness.call.LoadEvidence;
import dev.parley.harness.network.NetworkFindings;
import dev.parley.harness.stats.HostJudge;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the evidence of an attempt and has it judged. */
final class Verdicts {
  private final RunContext context;
  private final LiveCall call;

  /** How long the relay may take to give its own datagrams back. */
  private static final Duration SELF_TEST = Duration.ofSeconds(2);

  private final HostJudge host = new HostJudge(HostJudge.Limits.DEFAULT);

  Verdicts(RunContext context, LiveCall call) {
    this.context = context;
    this.call = call;
  }

  AttemptResult judge(
      @Nullable CallSession session,
      @Nullable String aborted,
      @Nullable Throwable thrown,
      double beginMs) {
    List<CallErrored> faults = new ArrayList<>();
    if (session != null) {
      faults.addAll(session.faults());
    }
    Optional<NetworkFindings> network =
        Optional.ofNullable(session)
            .flatMap(CallSession::emulated)
            .map(each -> each.conclude(SELF_TEST));
    network.ifPresent(found -> faults.addAll(found.faults()));
    Optional<IOException> unwritten = context.log().failure();
    unwritten.ifPresent(
        e -> faults.add(new CallErrored("log", "the event log is incomplete: " + e.getMessage())));
    return Judge.judge(
        new Evidence(
            aborted,
            faults,
            thrown,
            call.checks(),
            call.brokeInFunction(),
            starved(session, beginMs),
            session != null && session.load().isPresent(),
            network));
  }

  private Optional<String> starved(@Nullable CallSession session, double beginMs) {
    LoadEvidence load =
        (session == null ? Optional.<LoadEvidence>empty() : session.load())
            .orElseGet(
                () -> new LoadEvidence(beginMs, context.clock().nowMs(), 0, List.of(), List.of()));
    return host.starved(
        context.host().between(load.fromMs(), load.toMs()),
        load.pages(),
        load.senders(),
        load.askedFrameRate());
  }
}
