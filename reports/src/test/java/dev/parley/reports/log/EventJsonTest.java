package dev.parley.reports.log;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertThrows;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.reports.fixture.RandomRecords;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.RunEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class EventJsonTest {
  private static final Instant WALL = Instant.parse("2026-01-02T03:04:05.678Z");

  private final EventJson json = new EventJson(new Redactor(true, List.of()));

  @DataProvider
  Object[][] everyType() {
    return recordsOf(RunEvent.class)
        .map(type -> new Object[] {type, System.nanoTime()})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "everyType")
  public void everyEventComesBackAsItWas(Class<? extends Record> type, long seed) {
    RandomRecords records = new RandomRecords(seed);
    for (int i = 0; i < 200; i++) {
      AttemptKey key = i % 2 == 0 ? null : new AttemptKey(records.cell(), 1 + i, 2);
      LoggedEvent event =
          new LoggedEvent(i + 1, i * 0.125, WALL, key, (RunEvent) records.next(type));
      byte[] line = json.write(event);
      assertEquals(json.read(line, line.length), event, "seed " + seed + ", number " + i);
      String text = new String(line, StandardCharsets.UTF_8);
      assertEquals(text.indexOf('\n'), text.length() - 1);
    }
  }

  @Test
  public void everyEventHasAName() {
    Set<Class<?>> named = new HashSet<>(EventTypes.all().values());
    named.add(RunEvent.Unknown.class);
    assertEquals(named, recordsOf(RunEvent.class).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> recordsOf(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventJsonTest::recordsOf);
  }

  @Test
  public void anEventOfAnUnknownTypeIsWrittenAgainUnchanged() {
    String line =
        "{\"seq\":3,\"t\":1.250,\"wall\":\"2026-01-02T03:04:05.678Z\",\"type\":\"gate.verdict\","
            + "\"data\":{\"z\":[1,2.50,null],\"a\":{\"x\":true}}}\n";
    assertEquals(write(read(line)), line);
  }

  @Test
  public void membersMayComeInAnyOrderAndNewOnesAreIgnored() {
    LoggedEvent event =
        read(
            "{\"data\":{\"name\":\"call-start\",\"new\":[1]},\"new\":{\"a\":1},\"type\":\"step\","
                + "\"wall\":\"2026-01-02T03:04:05.678Z\",\"t\":1,\"seq\":3}");
    assertEquals(event.event(), new RunEvent.Step("call-start", null));
  }

  @DataProvider
  Object[][] noEvents() {
    String head = "{\"seq\":1,\"t\":1,\"wall\":\"2026-01-02T03:04:05Z\",";
    return new Object[][] {
      {"", "no JSON object"},
      {"null", "no JSON object"},
      {"{}", "missing"},
      {"{\"seq\":1", ""},
      {head + "\"type\":\"step\",\"data\":{}}", "name"},
      {head + "\"type\":\"step\",\"data\":{\"name\":null}}", "name"},
      {head + "\"type\":\"step\",\"data\":{\"name\":\"x\"}} {}", "more than one"},
      {head + "\"type\":\"step\"}", "missing"},
      {head + "\"cell\":\"x\",\"type\":\"step\",\"data\":{\"name\":\"x\"}}", "cell id"},
      {"{\"seq\":1,\"t\":1,\"wall\":\"soon\",\"type\":\"step\",\"data\":{\"name\":\"x\"}}", "wall"},
    };
  }

  @Test(dataProvider = "noEvents")
  public void whatIsNoEventIsRefusedWithTheReason(String line, String reason) {
    String message =
        String.valueOf(expectThrows(IllegalArgumentException.class, () -> read(line)).getMessage());
    assertTrue(message.contains(reason), message);
  }

  @DataProvider
  Object[][] notFinite() {
    return new Object[][] {{Double.NaN}, {Double.POSITIVE_INFINITY}, {Double.NEGATIVE_INFINITY}};
  }

  @Test(dataProvider = "notFinite")
  public void whatIsNoNumberIsNeverWritten(double value) {
    assertThrows(IllegalArgumentException.class, () -> write(event(new RunEvent.Window(0, value))));
    assertThrows(
        IllegalArgumentException.class,
        () -> write(event(new RunEvent.HostHealth(value, null, null, 0))));
  }

  @Test
  public void halfASurrogatePairDoesNotCostTheEvent() {
    LoggedEvent event = read(write(event(new RunEvent.Note(null, "a\uD83Db\uDE00 \uD83D\uDE00"))));
    assertEquals(event.event(), new RunEvent.Note(null, "a\uFFFDb\uFFFD \uD83D\uDE00"));
  }

  @Test
  public void whatWasNotMeasuredIsLeftOut() {
    String line = write(event(new RunEvent.HostHealth(null, null, 0.25, 1)));
    assertTrue(line.contains("\"data\":{\"pressure\":0.25,\"jvmLateMs\":1.0}"), line);
    assertFalse(line.contains("null"), line);
  }

  private static LoggedEvent event(RunEvent event) {
    return new LoggedEvent(1, 0, WALL, null, event);
  }

  private String write(LoggedEvent event) {
    return new String(json.write(event), StandardCharsets.UTF_8);
  }

  private LoggedEvent read(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return json.read(bytes, bytes.length);
  }
}
