package dev.parley.harness.schedule;

import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.call.AttemptLog;
import dev.parley.harness.endpoint.Lease;
import dev.parley.reports.log.Redactor;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public class RunSecretsTest {
  private Path folder = Path.of("");

  @BeforeMethod
  public void create() throws IOException {
    folder = Files.createTempDirectory("parley-secrets");
  }

  @AfterMethod(alwaysRun = true)
  public void remove() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  public void thePageServersTokenIsHiddenInTheLog() throws IOException {
    String token;
    try (PlainRun plain = new PlainRun(0);
        Run run = open(plain)) {
      token = run.context().server().token();
      run.context().log().append(null, new RunEvent.Note(null, "somebody said " + token));
    }
    isHidden(token, folder.resolve("run.jsonl"));
  }

  @Test
  public void thePageServersTokenIsHiddenInKeptEvidence() throws IOException {
    String token;
    RunFolder results = new RunFolder(folder);
    AttemptKey key = new AttemptKey(CellId.parse("bare/chrome"), 1, 1);
    try (PlainRun plain = new PlainRun(0);
        Run run = open(plain)) {
      token = run.context().server().token();
      PlannedParticipant who = new PlannedParticipant("offerer", "offerer", "chrome", "direct");
      new EvidenceKeeper(run.context(), new AttemptLog(run.context().log(), key), key)
          .keep(
              Map.of(who, leaseThatKeeps("GET " + token)),
              new AttemptResult(Outcome.FAILED, "to have evidence kept"),
              false);
    }
    isHidden(token, results.of(key).resolve("offerer.txt"));
  }

  private Run open(PlainRun plain) throws IOException {
    return Run.open(
        new Run.Subject("secrets", "test", List.of(), Plan.of(List.of()), List.of()),
        plain.context().settings(),
        plain.context().endpoints(),
        new RunFolder(folder),
        trouble -> {
          throw new AssertionError(trouble);
        });
  }

  /** Asked for evidence, it writes one line into one file, through what it was told cleans text. */
  private static Lease leaseThatKeeps(String line) {
    return (Lease)
        Proxy.newProxyInstance(
            Lease.class.getClassLoader(),
            new Class<?>[] {Lease.class},
            (proxy, method, arguments) -> keep(line, arguments));
  }

  @SuppressWarnings("unchecked") // The arguments are those of saveEvidence, the only method called.
  private static List<Lease.Evidence> keep(String line, Object[] arguments) {
    Path file = ((Path) arguments[0]).resolve(arguments[1] + ".txt");
    try {
      Files.writeString(file, ((UnaryOperator<String>) arguments[2]).apply(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(new Lease.Evidence("driver-log", file, "text/plain"));
  }

  private static void isHidden(String token, Path file) throws IOException {
    String text = Files.readString(file);
    assertFalse(text.contains(token), text);
    assertTrue(text.contains(Redactor.MARK), text);
  }
}
