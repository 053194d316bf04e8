package dev.parley.reports.log;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.PublishedSchema;
import dev.parley.reports.fixture.RandomRecords;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written keeps the published schema, and the schema says all that is written. */
public class RunLogSchemaTest {
  private final PublishedSchema schema = new PublishedSchema("run-log-1.schema.json");
  private final EventJson json = new EventJson(new Redactor(true, List.of()));

  @Test
  public void aWholeRunKeepsTheSchema() throws IOException {
    try (TempFolder folder = new TempFolder()) {
      SyntheticRun.write(folder.path());
      for (String line : Files.readAllLines(folder.path().resolve("run.jsonl"))) {
        assertEquals(schema.errors(JsonMapper.shared().readTree(line)), List.of(), line);
      }
    }
  }

  @DataProvider
  Object[][] everyType() {
    long seed = System.nanoTime();
    return EventTypes.all().entrySet().stream()
        .map(type -> new Object[] {type.getKey(), type.getValue(), seed})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "everyType")
  public void randomEventsKeepTheSchema(String name, Class<? extends Record> type, long seed) {
    RandomRecords records = new RandomRecords(seed);
    for (int i = 1; i <= 20; i++) {
      AttemptKey key = new AttemptKey(records.cell(), i, 1);
      JsonNode line =
          line(new LoggedEvent(i, i, Instant.EPOCH, key, (RunEvent) records.next(type)));
      assertEquals(schema.errors(line), List.of(), "seed " + seed + ": " + line);
    }
  }

  @Test(dataProvider = "everyType")
  public void theSchemaNamesEveryMember(String name, Class<?> type, long seed) {
    Class<?> written = type == RunEvent.Sample.class ? SampleJson.class : type;
    JsonNode definition = schema.json().path("$defs").path(name);
    Set<String> all = new HashSet<>();
    Set<String> required = new HashSet<>();
    for (RecordComponent component : written.getRecordComponents()) {
      all.add(component.getName());
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
    }
    assertEquals(Set.copyOf(definition.path("properties").propertyNames()), all, name);
    Set<String> named = new HashSet<>();
    definition.path("required").forEach(member -> named.add(member.asString()));
    assertEquals(named, required, name);
  }

  @Test
  public void theDocumentNamesEveryTypeAndMember() throws IOException {
    String text = Files.readString(Path.of("../docs/run-log.md"));
    for (Map.Entry<String, Class<? extends RunEvent>> type : EventTypes.all().entrySet()) {
      int at = text.indexOf("\n### " + type.getKey() + "\n");
      assertTrue(at > 0, type.getKey());
      String section = text.substring(at, text.indexOf("\n#", at + 5));
      JsonNode members = schema.json().path("$defs").path(type.getKey()).path("properties");
      for (String member : members.propertyNames()) {
        assertTrue(section.contains("| `" + member + "` |"), type.getKey() + "." + member);
      }
    }
  }

  @Test
  public void theSchemaRefusesWhatBreaksIt() {
    JsonNode good = line(new LoggedEvent(1, 0, Instant.EPOCH, null, new RunEvent.Window(1, 2)));
    assertEquals(schema.errors(good), List.of());
    for (String bad :
        List.of(
            good.toString().replace("\"fromMs\":1.0", "\"fromMs\":null"),
            good.toString().replace("\"toMs\":2.0", "\"end\":2"),
            good.toString().replace("\"seq\":1", "\"seq\":0"),
            good.toString().replace("\"t\":", "\"cell\":\"no cell\",\"t\":"))) {
      assertFalse(schema.errors(JsonMapper.shared().readTree(bad)).isEmpty(), bad);
    }
  }

  private JsonNode line(LoggedEvent event) {
    return JsonMapper.shared().readTree(json.write(event));
  }
}
