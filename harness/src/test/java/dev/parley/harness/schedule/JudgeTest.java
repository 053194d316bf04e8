package dev.parley.harness.schedule;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotEquals;

import dev.parley.harness.CallErrored;
import dev.parley.harness.CallFailed;
import dev.parley.harness.CallInconclusive;
import dev.parley.harness.CallUnsupported;
import dev.parley.harness.network.NetworkFindings;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class JudgeTest {
  private static final RunEvent.Check HELD = check(Verdict.HELD, "12");
  private static final RunEvent.Check BROKEN = check(Verdict.BROKEN, "3");
  private static final RunEvent.Check OPEN = check(Verdict.INCONCLUSIVE, null);
  private final CallErrored crash = new CallErrored("browser-crash", "it is gone");
  private static final String BUSY = "the machine was too busy";
  private static final String SENTENCE = "frames decoded of answerer was 3, expected >= 10 frames";

  private static RunEvent.Check check(Verdict verdict, @Nullable String measured) {
    return new RunEvent.Check(
        "frames decoded", "answerer", measured, ">=", "10", "frames", verdict, null);
  }

  /** What is known of an attempt, beginning with nothing wrong and nothing checked. */
  private record Known(
      @Nullable String aborted,
      List<CallErrored> faults,
      @Nullable Throwable thrown,
      List<RunEvent.Check> checks,
      boolean inFunction,
      boolean starved,
      boolean measured,
      @Nullable NetworkFindings network) {

    static Known checked(RunEvent.Check... checks) {
      return new Known(null, List.of(), null, List.of(checks), false, false, true, null);
    }

    Known aborted(String why) {
      return new Known(why, faults, thrown, checks, inFunction, starved, measured, network);
    }

    Known faulty(CallErrored... some) {
      return new Known(
          aborted, List.of(some), thrown, checks, inFunction, starved, measured, network);
    }

    Known threw(Throwable something) {
      return new Known(aborted, faults, something, checks, inFunction, starved, measured, network);
    }

    Known functionally() {
      return new Known(aborted, faults, thrown, checks, true, starved, measured, network);
    }

    Known onABusyMachine() {
      return new Known(aborted, faults, thrown, checks, inFunction, true, measured, network);
    }

    Known unmeasured() {
      return new Known(aborted, faults, thrown, checks, inFunction, starved, false, network);
    }

    Known over(NetworkFindings findings) {
      return new Known(aborted, faults, thrown, checks, inFunction, starved, measured, findings);
    }

    AttemptResult judged() {
      return Judge.judge(
          new Evidence(
              aborted,
              faults,
              thrown,
              checks,
              inFunction,
              starved ? Optional.of(BUSY) : Optional.empty(),
              measured,
              Optional.ofNullable(network)));
    }
  }

  @DataProvider
  public Object[][] table() {
    Known fine = Known.checked(HELD, HELD);
    Known broken = Known.checked(HELD, BROKEN);
    Known open = Known.checked(HELD, OPEN);
    Known both = Known.checked(OPEN, BROKEN);
    return new Object[][] {
      // Green only where something was checked, all of it held, and the machine kept up.
      {fine, Outcome.PASSED, "all 2 checks held"},
      {Known.checked(), Outcome.ERRORED, "the scenario ended without a single check"},
      {Known.checked().onABusyMachine(), Outcome.ERRORED, "the scenario ended without a single"},
      {fine.onABusyMachine(), Outcome.INCONCLUSIVE, BUSY},
      {fine.onABusyMachine().unmeasured(), Outcome.PASSED, "all 2 checks held"},
      {open, Outcome.INCONCLUSIVE, "frames decoded of answerer was not measured, expected >= 10"},
      // Broken wins over open; a busy machine excuses it, unless it was about function.
      {broken, Outcome.FAILED, SENTENCE},
      {both, Outcome.FAILED, SENTENCE},
      {broken.onABusyMachine(), Outcome.INCONCLUSIVE, BUSY + "; on it, this broke: " + SENTENCE},
      {broken.functionally().onABusyMachine(), Outcome.FAILED, SENTENCE},
      // What the scenario throws.
      {fine.threw(new CallFailed("no call")), Outcome.FAILED, "no call"},
      {fine.threw(new AssertionError("not so")), Outcome.FAILED, "not so"},
      {fine.threw(new CallFailed("no call")).onABusyMachine(), Outcome.INCONCLUSIVE, BUSY},
      {fine.threw(new CallUnsupported("no AV1")), Outcome.UNSUPPORTED, "no AV1"},
      {fine.threw(new CallInconclusive("unclear")), Outcome.INCONCLUSIVE, "unclear"},
      {fine.threw(crash), Outcome.ERRORED, "browser-crash: it is gone"},
      {
        fine.threw(new IllegalStateException("oops")),
        Outcome.ERRORED,
        "the scenario threw java.lang.IllegalStateException: oops"
      },
      {fine.threw(new StackOverflowError()), Outcome.ERRORED, "the scenario threw java.lang.Stack"},
      // A break in function is not talked away by how the scenario then ended.
      {broken.functionally().threw(new CallUnsupported("no AV1")), Outcome.FAILED, SENTENCE},
      {broken.functionally().threw(new CallInconclusive("unclear")), Outcome.FAILED, SENTENCE},
      {
        broken.functionally().onABusyMachine().threw(new CallFailed("no call")),
        Outcome.FAILED,
        SENTENCE + "; it ended: no call"
      },
      // Infrastructure wins over everything.
      {broken.functionally().faulty(crash), Outcome.ERRORED, "browser-crash: it is gone"},
      {broken.functionally().threw(crash), Outcome.ERRORED, "browser-crash: it is gone"},
      {fine.faulty(crash), Outcome.ERRORED, "browser-crash: it is gone"},
      {fine.threw(new CallFailed("no call")).faulty(crash), Outcome.ERRORED, "browser-crash"},
      {fine.faulty(crash).aborted("interrupted"), Outcome.ERRORED, "interrupted"},
      {broken.functionally().aborted("interrupted"), Outcome.ERRORED, "interrupted"},
      {fine.aborted("time-limit"), Outcome.ERRORED, "time-limit"},
    };
  }

  private static NetworkFindings network(
      List<String> doubts, boolean selfTestPassed, boolean nothingArrived) {
    Optional<String> selfTest =
        selfTestPassed ? Optional.empty() : Optional.of("nothing came back");
    return new NetworkFindings(List.of(), doubts, selfTest, nothingArrived);
  }

  @DataProvider
  public Object[][] emulated() {
    Known fine = Known.checked(HELD, HELD);
    Known broken = Known.checked(HELD, BROKEN);
    Known open = Known.checked(HELD, OPEN);
    NetworkFindings sound = network(List.of(), true, false);
    NetworkFindings late = network(List.of("the emulator was late"), true, false);
    NetworkFindings dead = network(List.of(), false, true);
    NetworkFindings failing = network(List.of(), false, false);
    String relay = "relay: nothing came back; ";
    return new Object[][] {
      {fine.over(sound), Outcome.PASSED, "all 2 checks held"},
      // A browser that falls silent behind a sound relay has failed.
      {broken.over(sound), Outcome.FAILED, SENTENCE},
      {fine.threw(new CallFailed("no call")).over(sound), Outcome.FAILED, "no call"},
      {fine.threw(new CallFailed("x")).over(network(List.of(), true, true)), Outcome.FAILED, "x"},
      // The same behind a relay that is broken itself is nobody's failure.
      {broken.over(failing), Outcome.ERRORED, relay + SENTENCE},
      {broken.functionally().over(failing), Outcome.ERRORED, relay + SENTENCE},
      {open.over(failing), Outcome.ERRORED, relay + "frames decoded of answerer was not measured"},
      {fine.threw(new CallFailed("no call")).over(failing), Outcome.ERRORED, relay + "no call"},
      {fine.over(dead), Outcome.ERRORED, relay + "all 2 checks held"},
      {fine.over(failing), Outcome.PASSED, "all 2 checks held"},
      {fine.threw(new CallUnsupported("no AV1")).over(dead), Outcome.UNSUPPORTED, "no AV1"},
      {fine.threw(crash).over(dead), Outcome.ERRORED, "browser-crash: it is gone"},
      // An emulation that was late leaves quality open, and function as it was.
      {fine.over(late), Outcome.INCONCLUSIVE, "the emulator was late"},
      {fine.unmeasured().over(late), Outcome.INCONCLUSIVE, "the emulator was late"},
      {fine.onABusyMachine().over(late), Outcome.INCONCLUSIVE, BUSY + "; the emulator was late"},
      {
        broken.over(late),
        Outcome.INCONCLUSIVE,
        "the emulator was late; on it, this broke: " + SENTENCE
      },
      {broken.functionally().over(late), Outcome.FAILED, SENTENCE},
      {Known.checked().over(late), Outcome.ERRORED, "the scenario ended without a single check"},
    };
  }

  @Test(dataProvider = "emulated")
  public void judgesByWhatTheEmulationSaysOfItself(Object known, Outcome outcome, String reason) {
    judges(known, outcome, reason);
  }

  @Test(dataProvider = "table")
  public void judges(Object known, Outcome outcome, String reason) {
    AttemptResult judged = ((Known) known).judged();

    assertEquals(judged.outcome(), outcome, judged.reason());
    assertEquals(
        judged.reason().substring(0, Math.min(judged.reason().length(), reason.length())), reason);
  }

  @Test
  public void nothingIsGreenWithoutAHeldCheck() {
    List<List<RunEvent.Check>> withoutHeld =
        List.of(List.of(), List.of(OPEN), List.of(BROKEN), List.of(OPEN, BROKEN));
    for (List<RunEvent.Check> checks : withoutHeld) {
      for (Known known : everything(checks)) {
        assertNotEquals(known.judged().outcome(), Outcome.PASSED, known.toString());
      }
    }
  }

  private static List<Known> everything(List<RunEvent.Check> checks) {
    List<Known> all = new ArrayList<>();
    for (int bits = 0; bits < 8; bits++) {
      all.add(
          new Known(
              null,
              List.of(),
              null,
              checks,
              (bits & 1) != 0,
              (bits & 2) != 0,
              (bits & 4) != 0,
              null));
    }
    return all;
  }
}
