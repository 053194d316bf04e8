package dev.parley.harness.call;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.CallErrored;
import dev.parley.pages.PageMessage;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.json.JsonMapper;

@Test(singleThreaded = true)
public class PageJournalTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** All that belongs to one call's journal. */
  private record Desk(
      LogBench bench,
      CallBoard board,
      Map<String, PageRecord> records,
      Map<String, RawStatsFile> files,
      PageJournal journal) {

    static Desk open() throws IOException {
      LogBench bench = new LogBench();
      CallBoard board = new CallBoard();
      Map<String, PageRecord> records = new LinkedHashMap<>();
      Map<String, RawStatsFile> files = new TreeMap<>();
      for (String name : List.of("offerer", "answerer")) {
        records.put(name, LogBench.record(name));
        files.put(name, new RawStatsFile(bench.folder.resolve(name + ".gz"), JSON, trouble -> {}));
      }
      EventJournal events =
          new EventJournal(board, bench.log, Set.of("offerer"), new RelayDesk(board, bench.log));
      return new Desk(
          bench,
          board,
          records,
          files,
          new PageJournal(board, bench.clock, bench.log, records, files, events));
    }

    void event(String participant, String name, String data) {
      journal.received(
          participant, new PageMessage.Event(5, "pc1", name, JSON.readTree(data)), now());
    }

    long now() {
      return bench.clock.originNanos() + 1_000_000_000L;
    }

    PageRecord of(String name) {
      PageRecord record = records.get(name);
      if (record == null) {
        throw new AssertionError("no record of " + name);
      }
      return record;
    }

    List<String> faults() {
      List<String> told = new ArrayList<>();
      for (CallErrored fault : board.settledFaults(Duration.ZERO)) {
        told.add(fault.kind() + ": " + fault.getMessage());
      }
      return told;
    }

    void close() throws IOException {
      files.values().forEach(RawStatsFile::close);
      bench.close();
    }
  }

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  @BeforeMethod
  public void open() throws IOException {
    desk = Desk.open();
  }

  @AfterMethod
  public void close() throws IOException {
    desk.close();
  }

  public void anOfferOfTheDeclaredOffererIsInOrder() throws IOException {
    desk.event(
        "offerer",
        "local-description",
        "{\"kind\": \"offer\", \"sdp\": \"v=0\\r\\na=ice-ufrag:abcd\\r\\n\"}");
    desk.event("answerer", "remote-description", "{\"kind\": \"offer\", \"sdp\": \"v=0\"}");
    desk.event("answerer", "local-description", "{\"kind\": \"answer\", \"sdp\": \"v=0\"}");

    assertEquals(desk.faults(), List.of());
    assertEquals(desk.of("offerer").connection("pc1").iceUfrag, "abcd");
    assertNull(desk.of("answerer").connection("pc1").iceUfrag);
    assertEquals(
        desk.bench.ended(RunEvent.Description.class).stream()
            .map(d -> d.participant() + " " + d.side() + " " + d.kind())
            .toList(),
        List.of("offerer local offer", "answerer remote offer", "answerer local answer"));
  }

  public void aFirstOfferOfAnybodyElseIsAFault() throws IOException {
    desk.event("answerer", "local-description", "{\"kind\": \"offer\", \"sdp\": \"v=0\"}");

    assertEquals(
        desk.faults(),
        List.of("wrong-offerer: the first offer came from answerer, expected it from offerer"));
    assertEquals(
        desk.bench.ended(RunEvent.Step.class),
        List.of(new RunEvent.Step("first-offer", "answerer")));
  }

  public void laterOffersMayComeFromEverybody() {
    desk.event("offerer", "local-description", "{\"kind\": \"offer\", \"sdp\": \"v=0\"}");
    desk.event("answerer", "local-description", "{\"kind\": \"offer\", \"sdp\": \"v=0\"}");

    assertEquals(desk.faults(), List.of());
  }

  public void statesAreTakenDownInOrder() {
    PageRecord record = desk.of("offerer");
    assertEquals(record.connectionState(), "new");

    desk.event("offerer", "connection", "{\"state\": \"connecting\"}");
    desk.event("offerer", "connection", "{\"state\": \"connected\"}");
    assertEquals(record.connectionState(), "connected");

    desk.event("offerer", "pc-closed", "{}");
    assertEquals(record.connectionState(), "closed");
  }

  public void theLeastStateOfSeveralConnectionsCounts() {
    desk.event("offerer", "connection", "{\"state\": \"connected\"}");
    desk.journal.received(
        "offerer",
        new PageMessage.Event(6, "pc2", "connection", JSON.readTree("{\"state\": \"failed\"}")),
        desk.now());

    assertEquals(desk.of("offerer").connectionState(), "failed");
  }

  public void channelsAndFirstArrivalsAreTakenDown() {
    desk.event("answerer", "data-channel", "{\"label\": \"echo\", \"state\": \"open\"}");
    desk.event("answerer", "first-packet", "{\"kind\": \"audio\"}");
    desk.event("answerer", "first-frame", "{\"width\": 640, \"height\": 480}");

    assertEquals(desk.of("answerer").channel("echo").current(), "open");
    assertEquals(desk.of("answerer").connection("pc1").arrived, Set.of("audio", "frame"));
  }

  @DataProvider
  public Object[][] oddEvents() {
    return new Object[][] {
      {"connection", "{}"},
      {"connection", "{\"state\": {\"deep\": 1}}"},
      {"local-description", "{\"kind\": 5}"},
      {"local-candidate", "[]"},
      {"first-frame", "{\"width\": \"wide\"}"},
      {"data-channel", "null"},
      {"never-heard-of", "\"text\""},
      {"error", "{}"},
    };
  }

  @Test(dataProvider = "oddEvents")
  public void aPageMaySayAnything(String name, String data) throws IOException {
    desk.event("offerer", name, data);

    assertEquals(desk.faults(), List.of());
    assertTrue(
        desk.bench.ended(RunEvent.OfParticipant.class).size()
                + desk.bench.ended(RunEvent.LogLine.class).size()
            >= 1,
        "nothing was taken down of " + name);
  }

  public void aLostSocketIsAFault() {
    desk.journal.closed("answerer", 1006, "");

    assertEquals(
        desk.faults(),
        List.of("signaling-lost: the page of answerer lost its socket to the harness (code 1006)"));
  }

  public void aSocketThatWasToCloseIsNobodysFault() {
    desk.board.post(() -> desk.of("answerer").left = true);

    desk.journal.closed("answerer", 1001, "going away");

    assertEquals(desk.faults(), List.of());
  }

  public void whatTheServerRefusedIsLogged() throws IOException {
    desk.journal.refused("offerer", "a message of 2 MiB");

    assertEquals(
        desk.bench.ended(RunEvent.LogLine.class),
        List.of(
            new RunEvent.LogLine("offerer", "page-server", "warning", "a message of 2 MiB", null)));
  }

  public void aLostSampleIsCounted() throws IOException {
    for (long number : new long[] {1, 2, 5}) {
      desk.journal.received(
          "offerer",
          new PageMessage.Stats(number * 1000, "pc1", number, JSON.createArrayNode(), 0.5, 3),
          desk.now());
    }

    assertEquals(
        desk.bench.ended(RunEvent.SamplesLost.class),
        List.of(new RunEvent.SamplesLost("offerer", 2, "due, and did not arrive")));
    assertEquals(desk.bench.ended(RunEvent.Sample.class).size(), 3);
    assertEquals(desk.bench.ended(RunEvent.PageHealth.class).size(), 3);
  }

  public void timesAreMappedOnceClocksWereCompared() throws IOException {
    long origin = desk.bench.clock.originNanos();
    desk.event("offerer", "connection", "{\"state\": \"connecting\"}");
    desk.journal.received(
        "offerer",
        new PageMessage.ClockExchange(origin + 100_000_000L, 5, origin + 102_000_000L),
        desk.now());
    desk.event("offerer", "connection", "{\"state\": \"connected\"}");

    List<RunEvent.Mark> marks = desk.bench.ended(RunEvent.Mark.class);
    assertEquals(marks.get(0).time().runMs(), 1000, 0.001, "at its arrival");
    assertEquals(marks.get(1).time().runMs(), 101, 0.001, "by the page's clock");
  }
}
