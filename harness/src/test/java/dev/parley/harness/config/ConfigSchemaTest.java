package dev.parley.harness.config;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public class ConfigSchemaTest {
  private static final Path PUBLISHED = Path.of("..", "docs", "schemas", ConfigSchema.RESOURCE);

  private static JsonNode published() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(PUBLISHED));
  }

  @Test
  public void thePublishedSchemaIsTheOneInUse() throws IOException {
    try (InputStream used = ConfigSchema.class.getResourceAsStream(ConfigSchema.RESOURCE)) {
      assertNotNull(used);
      assertEquals(Objects.requireNonNull(used).readAllBytes(), Files.readAllBytes(PUBLISHED));
    }
  }

  @Test
  public void itsKeysAreThoseOfALayer() throws IOException {
    Set<String> components = new TreeSet<>();
    Arrays.stream(SettingsLayer.class.getRecordComponents())
        .forEach(component -> components.add(component.getName()));

    assertEquals(new TreeSet<>(published().path("properties").propertyNames()), components);
  }

  @Test
  public void itsDefaultsAreThoseInUse() throws IOException {
    JsonNode keys = published().path("properties");
    SettingsLayer.Complete defaults = SettingsLayer.DEFAULTS;

    assertEquals(Durations.parse(keys.at("/duration/default").asString()), defaults.duration());
    assertEquals(
        Durations.parse(keys.at("/sampleInterval/default").asString()), defaults.sampleInterval());
    assertEquals(keys.at("/repetitions/default").asInt(), defaults.repetitions());
    assertEquals(keys.at("/retries/default").asInt(), defaults.retries());
    assertEquals(keys.at("/headed/default").asBoolean(), defaults.headed());
    assertEquals(keys.at("/endpoints/default").size(), defaults.endpoints().size());
    assertEquals(keys.at("/scenarios/default").size(), defaults.scenarios().size());
    assertEquals(keys.at("/networks/default").size(), defaults.networks().size());
  }
}
