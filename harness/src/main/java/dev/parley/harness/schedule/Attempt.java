package dev.parley.harness.schedule;

import dev.parley.harness.CallErrored;
import dev.parley.harness.call.AttemptLog;
import dev.parley.harness.call.CallContext;
import dev.parley.harness.call.CallSession;
import dev.parley.harness.call.LiveCall;
import dev.parley.harness.call.Together;
import dev.parley.harness.endpoint.EndpointException;
import dev.parley.harness.endpoint.Lease;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.RunEvent;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One attempt at a cell: leases browsers, runs the scenario, judges, keeps evidence, records. */
public final class Attempt {

  /** A scenario's own code. */
  public interface Body {
    /** Runs it; returns what it threw, or null. */
    @Nullable Throwable run();
  }

  private final RunContext context;
  private final PlannedCell cell;
  private final AttemptKey key;
  private final AttemptLog log;
  private final LiveCall call;
  private final Map<PlannedParticipant, Lease> leases;
  private @Nullable CallSession session;
  private @Nullable String aborted;
  private @Nullable AttemptResult result;

  /** An attempt that has not begun. */
  public Attempt(RunContext context, PlannedCell cell, AttemptKey key) {
    this.context = context;
    this.cell = cell;
    this.key = key;
    this.log = new AttemptLog(context.log(), key);
    // In the plan's order, whoever comes first.
    this.leases = new TreeMap<>(Comparator.comparingInt(cell.participants()::indexOf));
    this.call = new LiveCall(cell.id(), context.settings().duration());
  }

  /** What the scenario acts on. */
  public LiveCall call() {
    return call;
  }

  /** Which attempt at which cell it is. */
  public AttemptKey key() {
    return key;
  }

  /**
   * How it came out; where it does not come to an end, the result that it is then given, and what
   * it does from now on counts no more.
   */
  AttemptResult conclude(AttemptResult otherwise) {
    return end(otherwise, context.clock().nowMs());
  }

  /** Runs the scenario from lease to verdict. */
  public AttemptResult run(Body body) {
    double begin = context.clock().nowMs();
    log.append(new RunEvent.AttemptStart());
    context.host().begin(key);
    Throwable thrown = carryOut(body);
    AttemptResult judged = new Verdicts(context, call).judge(session(), aborted(), thrown, begin);
    new EvidenceKeeper(context, log, key).keep(leases, judged, aborted() != null);
    release(judged);
    return end(judged, begin);
  }

  /** The first result counts, and is recorded once. */
  private synchronized AttemptResult end(AttemptResult judged, double begin) {
    if (result == null) {
      result = judged;
      double seconds = (context.clock().nowMs() - begin) / 1000;
      log.append(new RunEvent.AttemptEnd(judged.outcome(), judged.reason(), seconds, null));
      context.host().end(key);
    }
    return result;
  }

  private @Nullable Throwable carryOut(Body body) {
    try {
      lease();
      CallSession opened = open();
      call.open(opened);
      opened.join();
      return body.run();
    } catch (EndpointException e) {
      return new CallErrored(e.kind(), String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      return e;
    }
  }

  /** At once, because most of a launch is waiting. */
  private void lease() {
    Together.run(cell.participants().stream().<Runnable>map(each -> () -> lease(each)).toList());
    if (aborted() != null) {
      throw new CallErrored("aborted", "aborted while browsers were started");
    }
  }

  private void lease(PlannedParticipant participant) {
    Lease lease = context.pool().lease(context.endpoints().require(participant.endpoint()));
    boolean late;
    synchronized (this) {
      leases.put(participant, lease);
      late = aborted != null;
    }
    if (late) {
      lease.discard();
    }
  }

  private CallSession open() {
    Path folder = context.folder().of(key);
    String callId = cell.id().fileName() + "-r" + key.repetition() + "a" + key.attempt();
    CallSession opened =
        new CallSession(
            new CallContext(
                context.server(),
                callId,
                context.clock(),
                log,
                folder,
                context.settings(),
                new CallLinks(context, log).open(cell, key)),
            leases);
    synchronized (this) {
      session = opened;
    }
    return opened;
  }

  /** Ends the attempt from outside: what it waits for ends, its browsers are killed. */
  public void abort(String why) {
    Map<PlannedParticipant, Lease> open;
    CallSession running;
    synchronized (this) {
      if (aborted != null || result != null) {
        return;
      }
      aborted = why;
      open = Map.copyOf(leases);
      running = session;
    }
    if (running != null) {
      running.board().fault(new CallErrored("aborted", why));
    }
    open.values().forEach(Lease::discard);
  }

  private synchronized @Nullable String aborted() {
    return aborted;
  }

  private synchronized @Nullable CallSession session() {
    return session;
  }

  private void release(AttemptResult judged) {
    CallSession open = session();
    if (open != null) {
      open.close();
    }
    Together.run(
        leases.values().stream().<Runnable>map(lease -> () -> release(lease, judged)).toList());
  }

  private static void release(Lease lease, AttemptResult judged) {
    if (judged.outcome() != Outcome.PASSED) {
      lease.discard();
    }
    lease.close();
  }
}
