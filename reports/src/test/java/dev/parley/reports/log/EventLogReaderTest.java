package dev.parley.reports.log;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class EventLogReaderTest {
  private final EventLogReader reader = new EventLogReader();
  private final TempFolder folder;
  private final Path file;
  private final List<String> lines;

  public EventLogReaderTest() throws IOException {
    folder = new TempFolder();
    SyntheticRun.write(folder.path());
    file = folder.path().resolve("run.jsonl");
    lines = Files.readAllLines(file);
  }

  @AfterClass(alwaysRun = true)
  public void removeIt() throws IOException {
    folder.close();
  }

  @Test
  public void aWholeLogIsReadWithoutAProblem() throws IOException {
    Read read = read(lines);
    assertEquals(read.events.size(), lines.size());
    assertEquals(read.problems, List.of());
    assertTrue(read.events.stream().anyMatch(e -> e.event() instanceof RunEvent.Unknown));
  }

  /** As after a kill in the middle of a write. */
  @Test
  public void aLineCutOffAtAnyByteIsANote() throws IOException {
    List<String> few = lines.subList(0, 6);
    byte[] whole = (String.join("\n", few) + "\n").getBytes(StandardCharsets.UTF_8);
    int last = few.get(5).getBytes(StandardCharsets.UTF_8).length + 1;
    for (int cut = 1; cut < last; cut++) {
      Read read = read(Arrays.copyOf(whole, whole.length - cut));
      boolean onlyTheLineFeed = cut == 1;
      assertEquals(read.events.size(), onlyTheLineFeed ? 6 : 5, "cut off " + cut);
      assertEquals(read.problems.size(), onlyTheLineFeed ? 0 : 1, "cut off " + cut);
      assertTrue(read.problems.stream().allMatch(LogProblem::isNote), "cut off " + cut);
    }
  }

  @Test
  public void aCorruptLineIsNamedAndTheRestUsed() throws IOException {
    List<String> changed = new ArrayList<>(lines);
    changed.set(4, "{\"seq\":5,\"t\":oops");
    Read read = read(changed);
    assertEquals(read.events.size(), lines.size() - 1);
    assertEquals(read.kinds(), List.of(LogProblem.Kind.CORRUPT_LINE, LogProblem.Kind.SEQUENCE_GAP));
    assertEquals(read.problems.get(0).line(), 5);
    assertTrue(read.problems.get(1).message().startsWith("1 events are missing"));
  }

  @Test
  public void missingAndRepeatedLinesAreTold() throws IOException {
    List<String> changed = new ArrayList<>(lines);
    changed.remove(3);
    changed.remove(3);
    changed.add(10, lines.get(1));
    Read read = read(changed);
    assertEquals(read.kinds(), List.of(LogProblem.Kind.SEQUENCE_GAP, LogProblem.Kind.SEQUENCE_GAP));
    assertTrue(read.problems.get(0).message().startsWith("2 events are missing"));
    assertEquals(read.problems.get(1).line(), 11);
  }

  @DataProvider
  Object[][] noLogs() {
    return new Object[][] {
      {"", "empty log"},
      {"hello\n", "must be run.start"},
      {"\n\n", "must be run.start"},
      {"{\"seq\":1", "must be run.start"},
      {lines.get(1) + "\n", "found endpoint-found"},
      {lines.get(0).replace("\"schema\":1", "\"schema\":2"), "schema 2"},
      {"{\"type\":\"run.start\",\"data\":{\"schema\":7,\"runUuid\":\"x\"}}\n", "schema 7"},
    };
  }

  @Test(dataProvider = "noLogs")
  public void whatIsNoLogIsRefused(String text, String reason) {
    UnreadableLogException refused =
        expectThrows(
            UnreadableLogException.class, () -> read(text.getBytes(StandardCharsets.UTF_8)));
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
  }

  @DataProvider
  Object[][] seeds() {
    return new Object[][] {{System.nanoTime()}, {1L}, {2L}};
  }

  /** Whatever happens to the bytes, a log is read as far as possible or refused; never more. */
  @Test(dataProvider = "seeds")
  public void damageNeverBreaksTheReader(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] whole =
        (String.join("\n", lines.subList(0, 30)) + "\n").getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 100; round++) {
      byte[] damaged = whole.clone();
      for (int i = 1 + random.nextInt(5); i > 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        Read read = read(damaged);
        assertTrue(read.events.size() >= 20, "seed " + seed + " round " + round);
      } catch (UnreadableLogException e) {
        assertTrue(String.valueOf(e.getMessage()).startsWith("found"), "seed " + seed);
      }
    }
  }

  private static final class Read {
    private final List<LoggedEvent> events = new ArrayList<>();
    private final List<LogProblem> problems = new ArrayList<>();

    List<LogProblem.Kind> kinds() {
      return problems.stream().map(LogProblem::kind).toList();
    }
  }

  private Read read(List<String> text) throws IOException {
    return read((String.join("\n", text) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Read read(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Read read = new Read();
    reader.read(file, read.events::add, read.problems::add);
    return read;
  }
}
