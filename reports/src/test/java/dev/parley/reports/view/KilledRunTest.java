package dev.parley.reports.view;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.CollectingVisitor;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.log.LogProblem;
import dev.parley.reports.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.testng.annotations.Test;

/** As after a kill at any moment: what is left is read, and nothing is green that had not ended. */
public class KilledRunTest {
  private final RunReader reader = new RunReader(new ExitRule(false));

  @Test
  public void aLogCutOffAtAnyByteOfItsLastLinesIsRead() throws IOException {
    try (TempFolder folder = new TempFolder()) {
      SyntheticRun.write(folder.path());
      Path file = folder.path().resolve("run.jsonl");
      byte[] whole = Files.readAllBytes(file);
      List<String> lines = Files.readAllLines(file);
      int last = (lines.get(lines.size() - 1) + lines.get(lines.size() - 2)).length();
      for (int length = whole.length - last; length < whole.length; length++) {
        RunSummary summary = cutOff(file, whole, length);
        assertEquals(summary.cells(), 11, "cut at " + length);
        assertTrue(summary.problems().stream().allMatch(LogProblem::isNote), "cut at " + length);
      }
    }
  }

  @Test
  public void theMoreIsMissingTheLessIsGreen() throws IOException {
    try (TempFolder folder = new TempFolder()) {
      SyntheticRun.write(folder.path());
      Path file = folder.path().resolve("run.jsonl");
      byte[] whole = Files.readAllBytes(file);
      int green = 3;
      int errored = 2;
      for (int length = whole.length; length > whole.length / 10; length -= whole.length / 20) {
        RunSummary summary = cutOff(file, whole, length);
        assertEquals(summary.cells(), 11, "cut at " + length);
        assertTrue(summary.count(Outcome.PASSED) <= green, "cut at " + length);
        assertTrue(summary.count(Outcome.ERRORED) >= errored, "cut at " + length);
        green = summary.count(Outcome.PASSED);
        errored = summary.count(Outcome.ERRORED);
      }
      assertEquals(green, 0);
    }
  }

  private RunSummary cutOff(Path file, byte[] whole, int length) throws IOException {
    Files.write(file, Arrays.copyOf(whole, length));
    return reader.read(file, new CollectingVisitor());
  }
}
