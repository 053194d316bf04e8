package dev.parley.harness.config;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.expectThrows;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.network.config.InvalidSettingException;
import dev.parley.network.config.ProfileReader;
import dev.parley.network.preset.NetworkCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.core.JsonPointer;

/** The published schema and the reader of own networks agree on what is one. */
public class ProfileSchemaTest {
  private static final Path SCHEMA = Path.of("..", "docs", "schemas", ConfigSchema.RESOURCE);
  private static final NetworkCatalogue PRESETS = NetworkCatalogue.presets();

  @DataProvider
  public Object[][] good() {
    return new Object[][] {
      {"{extends: dsl}"},
      {"{description: ours, both: {delay: 40ms}}"},
      {"{up: {capacity: unlimited, lossPlace: after, mtu: 1500, overheadBytes: 48, outage: true}}"},
      {"{up: {capacity: 64000}, down: {capacity: 1.44M}}"},
      {"{up: {capacity: {steps: [{at: 0s, rate: 1M}, {at: 5s, rate: 2M}], period: 10s}}}"},
      {"{up: {capacity: {trace: wifi-far.up, loop: false}}}"},
      {"{up: {jitter: none, loss: none, duplicate: 1%, corrupt: 0.1%}}"},
      {"{up: {jitter: 5ms, loss: 5%, reorder: {share: 1%, heldBack: 20ms}}}"},
      {"{up: {jitter: {normal: 5ms, cut: 2, reordering: true}}}"},
      {"{up: {jitter: {uniform: 5ms}}}"},
      {"{up: {jitter: {pareto: 5ms, shape: 2.5, most: 300ms}}}"},
      {"{up: {loss: {bursts: {rate: 5%, length: 4}}}}"},
      {"{up: {loss: {gilbertElliott: {goodToBad: 1%, badToGood: 25%, lossInBad: 90%}}}}"},
      {"{up: {loss: {periodic: {every: 100, burst: 5, offset: 7}}}}"},
      {"{up: {loss: {packets: [1, 5], repeatAfter: 10}}}"},
      {"{up: {queue: 300ms}, down: {queue: 64000 bytes}}"},
      {"{up: {queue: codel}, down: {queue: {codel: {target: 10ms, limit: 100 packets}}}}"},
      {"{up: {queue: {dropTail: 100 packets}}, down: {queue: {dropHead: 1s}}}"},
      {"{schedule: [{at: 10s, both: {loss: 20%}, ramp: 2s}, {event: go, up: {outage: false}}]}"},
    };
  }

  @DataProvider
  public Object[][] bad() {
    return new Object[][] {
      {"{}"},
      {"5"},
      {"{extend: dsl}"},
      {"{both: {}}"},
      {"{up: {dealy: 40ms}}"},
      {"{up: {delay: 40}}"},
      {"{up: {capacity: fast}}"},
      {"{up: {capacity: 999}}"},
      {"{up: {capacity: {steps: []}}}"},
      {"{up: {capacity: {steps: [{at: 0s}]}}}"},
      {"{up: {capacity: {trace: wifi-far.up, period: 1s}}}"},
      {"{up: {jitter: {pareto: 5ms}}}"},
      {"{up: {jitter: {uniform: 5ms, cut: 2}}}"},
      {"{up: {loss: 5}}"},
      {"{up: {loss: {bursts: {rate: 5%, length: 0.5}}}}"},
      {"{up: {loss: {gilbert: {}}}}"},
      {"{up: {lossPlace: behind}}"},
      {"{up: {mtu: 67}}"},
      {"{up: {overheadBytes: 1001}}"},
      {"{up: {queue: '10'}}"},
      {"{up: {queue: {codel: {}}}}"},
      {"{up: {outage: 'no'}}"},
      {"{schedule: [{at: 10s}]}"},
      {"{schedule: [{both: {loss: 5%}}]}"},
      {"{schedule: [{at: 10s, event: go, both: {loss: 5%}}]}"},
      {"{schedule: [{at: 10s, both: {mtu: 1200}}]}"},
    };
  }

  private static YamlDocument document(String profile) throws ConfigTrouble {
    return YamlDocument.parse("profiles:\n  own: " + profile + "\n");
  }

  private static int errors(YamlDocument document) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA))
        .validate(document.root())
        .size();
  }

  private static List<?> read(YamlDocument document) {
    return new ProfileReader(PRESETS, Path.of("nowhere"))
        .read(document.root().path("profiles"), JsonPointer.compile("/profiles"));
  }

  @Test(dataProvider = "good")
  public void bothTakeIt(String profile) throws IOException, ConfigTrouble {
    YamlDocument document = document(profile);

    assertEquals(read(document).size(), 1);
    assertEquals(errors(document), 0);
  }

  @Test(dataProvider = "bad")
  public void bothRefuseIt(String profile) throws IOException, ConfigTrouble {
    YamlDocument document = document(profile);

    expectThrows(InvalidSettingException.class, () -> read(document));
    assertEquals(errors(document) > 0, true, "the schema takes " + profile);
  }
}
