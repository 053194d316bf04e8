package dev.parley.reports.log;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.testng.SkipException;
import org.testng.annotations.Test;

public class EventLogTest {
  private static final AttemptKey KEY =
      new AttemptKey(CellId.parse("audio-video/chrome~firefox"), 1, 1);

  @Test
  public void manyThreadsWriteWholeLinesInOneSequence() throws Exception {
    StubChannel channel = new StubChannel();
    EventLog log = over(channel, 100_000, new ArrayList<>());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int thread = 0; thread < 8; thread++) {
      String name = "thread " + thread;
      threads.execute(
          () -> {
            for (int i = 0; i < 500; i++) {
              log.append(KEY, new RunEvent.Step(name, "number " + i));
            }
          });
    }
    threads.shutdown();
    assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS), "threads still append");
    log.close();
    List<LoggedEvent> events = channel.events();
    assertEquals(events.size(), 4000);
    assertEquals(channel.writes(), 4000, "one write a line");
    for (int i = 0; i < events.size(); i++) {
      assertEquals(events.get(i).seq(), i + 1);
      assertTrue(i == 0 || events.get(i).runMs() >= events.get(i - 1).runMs(), "time goes on");
    }
    assertFalse(channel.isOpen());
  }

  @Test
  public void aFullDiskIsToldOnceAndThrowsNothing() throws IOException {
    Path full = Path.of("/dev/full");
    if (!Files.exists(full)) {
      throw new SkipException("no /dev/full on this system");
    }
    List<IOException> told = new ArrayList<>();
    EventLog log =
        over(FileChannel.open(full, StandardOpenOption.WRITE), EventQueue.CAPACITY, told);
    for (int i = 0; i < 100; i++) {
      log.append(KEY, new RunEvent.Step("step", null));
    }
    log.close();
    log.append(KEY, new RunEvent.Step("after the end", null));
    assertEquals(told.size(), 1);
    assertTrue(String.valueOf(told.get(0).getMessage()).contains("No space left"), told.toString());
    assertEquals(log.failure().orElseThrow(), told.get(0));
  }

  @Test
  public void aLineThatIsWrittenInPartsIsFinishedOrAFailure() {
    StubChannel slow = new StubChannel().atMost(7);
    EventLog finished = over(slow, EventQueue.CAPACITY, new ArrayList<>());
    finished.append(KEY, new RunEvent.Step("step", null));
    finished.close();
    assertEquals(slow.events().size(), 1);
    StubChannel stuck = new StubChannel().atMost(7).fullAfter(20);
    EventLog failed = over(stuck, EventQueue.CAPACITY, new ArrayList<>());
    failed.append(KEY, new RunEvent.Step("step", null));
    failed.close();
    assertTrue(failed.failure().isPresent());
  }

  @Test
  public void aSlowDiskCostsSamplesThatAreCountedAndNoVerdict() throws Exception {
    StubChannel channel = new StubChannel().blocked();
    EventLog log = over(channel, 80, new ArrayList<>());
    log.append(null, new RunEvent.Step("taken by the writer", null));
    channel.awaitWriter();
    for (int i = 0; i < 100; i++) {
      log.append(KEY, new RunEvent.Sample("offerer", "pc1", i + 1, new PageTime(0, 0), List.of()));
    }
    log.append(KEY, new RunEvent.CellEnd(Outcome.PASSED, "", 1, null));
    channel.unblock();
    log.close();
    assertTrue(log.failure().isEmpty());
    List<LoggedEvent> events = channel.events();
    long samples = events.stream().filter(e -> e.event() instanceof RunEvent.Sample).count();
    assertEquals(samples, 70);
    assertTrue(events.stream().anyMatch(e -> e.event() instanceof RunEvent.CellEnd));
    List<RunEvent> lost =
        events.stream()
            .map(LoggedEvent::event)
            .filter(RunEvent.SamplesLost.class::isInstance)
            .toList();
    assertEquals(
        lost,
        List.of(
            new RunEvent.SamplesLost("offerer", 30, "the disk was too slow for the event log")));
    assertEquals(events.get(events.size() - 1).seq(), events.size());
  }

  @Test
  public void noRoomForAVerdictIsAFailure() throws Exception {
    StubChannel channel = new StubChannel().blocked();
    List<IOException> told = new ArrayList<>();
    EventLog log = over(channel, 8, told);
    log.append(null, new RunEvent.Step("taken by the writer", null));
    channel.awaitWriter();
    for (int i = 0; i < 9; i++) {
      log.append(KEY, new RunEvent.CellEnd(Outcome.PASSED, "", 1, null));
    }
    assertEquals(told.size(), 1);
    channel.unblock();
    log.close();
  }

  @Test
  public void closingDoesNotWaitForADiskThatHangs() throws Exception {
    StubChannel channel = new StubChannel().blocked();
    List<IOException> told = new ArrayList<>();
    EventLog log = over(channel, EventQueue.CAPACITY, told);
    log.append(null, new RunEvent.Step("step", null));
    channel.awaitWriter();
    log.close();
    assertEquals(told.size(), 1);
    assertTrue(String.valueOf(told.get(0).getMessage()).contains("not written out"));
    channel.unblock();
  }

  @Test
  public void anEventThatCannotBeWrittenLeavesANoteInItsPlace() {
    StubChannel channel = new StubChannel();
    EventLog log = over(channel, EventQueue.CAPACITY, new ArrayList<>());
    log.append(KEY, new RunEvent.Window(0, Double.NaN));
    log.append(KEY, new RunEvent.Window(0, 1));
    log.close();
    assertEquals(channel.events().get(0).seq(), 1);
    RunEvent.Note note = (RunEvent.Note) channel.events().get(0).event();
    assertTrue(note.message().contains("window") && note.message().contains("NaN"), note.message());
    assertEquals(channel.events().get(1).event(), new RunEvent.Window(0, 1));
    assertTrue(log.failure().isEmpty());
  }

  @Test
  public void aListenerThatThrowsHarmsNobody() {
    EventLog log =
        EventLog.over(
            new StubChannel().fullAfter(0),
            RunClock.start(),
            new Redactor(),
            e -> {
              throw new IllegalStateException("listener");
            },
            EventQueue.CAPACITY,
            Duration.ofSeconds(5));
    log.append(KEY, new RunEvent.Step("step", null));
    log.close();
    assertTrue(log.failure().isPresent());
  }

  @Test
  public void secretsAreTakenOutOnTheWay() {
    StubChannel channel = new StubChannel();
    EventLog log = over(channel, EventQueue.CAPACITY, new ArrayList<>());
    log.append(KEY, new RunEvent.Note(null, "a=ice-ufrag:Ab3d a=ice-pwd:VerySecret"));
    log.close();
    assertEquals(
        channel.events().get(0).event(),
        new RunEvent.Note(null, "a=ice-ufrag:Ab3d a=ice-pwd:[redacted]"));
  }

  private static EventLog over(WritableByteChannel channel, int capacity, List<IOException> told) {
    return EventLog.over(
        channel, RunClock.start(), new Redactor(), told::add, capacity, Duration.ofSeconds(2));
  }
}
