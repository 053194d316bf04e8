package dev.parley.reports.log;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.Test;

public class EventLogFileTest {
  @Test
  public void aRunNeverWritesIntoAnothersLog() throws IOException {
    try (TempFolder folder = new TempFolder()) {
      Path file = folder.path().resolve("run.jsonl");
      try (EventLog first = EventLog.create(file, RunClock.start())) {
        first.append(null, new RunEvent.Step("step", null));
        IOException refused =
            expectThrows(IOException.class, () -> EventLog.create(file, RunClock.start()).close());
        assertTrue(String.valueOf(refused.getMessage()).contains("found a log"));
      }
      assertEquals(Files.readAllLines(file).size(), 1);
    }
  }
}
