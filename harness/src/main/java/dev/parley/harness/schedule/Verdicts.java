package dev.parley.harness.schedule;

import dev.parley.harness.CallErrored;
import dev.parley.harness.call.CallSession;
import dev.parley.harness.call.LiveCall;
import dev.parley.harness.call.MeasuredSide;
import dev.parley.harness.stats.HostJudge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the evidence of an attempt and has it judged. */
final class Verdicts {
  private final RunContext context;
  private final LiveCall call;
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
            starved(session, beginMs)));
  }

  private Optional<String> starved(@Nullable CallSession session, double beginMs) {
    List<MeasuredSide> sides = session == null ? List.of() : session.measured();
    double from = sides.stream().mapToDouble(MeasuredSide::fromMs).min().orElse(beginMs);
    double to =
        sides.stream().mapToDouble(MeasuredSide::toMs).max().orElse(context.clock().nowMs());
    double rate = sides.stream().mapToDouble(MeasuredSide::askedFrameRate).max().orElse(0);
    return host.starved(
        context.host().between(from, to),
        sides.stream().flatMap(side -> side.health().stream()).toList(),
        sides.stream().flatMap(side -> side.outbound().stream()).toList(),
        rate);
  }
}
