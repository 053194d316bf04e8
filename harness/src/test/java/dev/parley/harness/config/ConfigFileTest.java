package dev.parley.harness.config;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertThrows;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.matrix.UsageException;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.preset.NetworkCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

@Test(singleThreaded = true)
public class ConfigFileTest {
  private Path file = Path.of("unset");

  @BeforeMethod
  public void makeFile() throws IOException {
    file = Files.createTempFile("parley-config", ".yaml");
  }

  @AfterMethod
  public void deleteFile() throws IOException {
    Files.deleteIfExists(file);
  }

  private SettingsLayer read(String text) throws IOException {
    return ConfigFile.read(Files.writeString(file, text));
  }

  private String refusal() {
    String message =
        String.valueOf(
            expectThrows(UsageException.class, () -> ConfigFile.read(file)).getMessage());
    assertEquals(message.lines().count(), 1, message);
    assertTrue(message.startsWith(file.toString()), message);
    return message.substring(file.toString().length());
  }

  public void readsEveryKey() throws IOException {
    SettingsLayer layer =
        read(
            """
            endpoints: [chrome, 'beta=chrome@/opt/beta']
            scenarios:
              - data[messages]
            networks: [ideal, 3g@offerer]
            duration: 2m
            sampleInterval: 250ms
            repetitions: 3
            retries: 1
            headed: true
            profiles: {}
            """);

    assertEquals(
        layer,
        new SettingsLayer(
            List.of("chrome", "beta=chrome@/opt/beta"),
            List.of("data[messages]"),
            List.of("ideal", "3g@offerer"),
            Duration.ofMinutes(2),
            Duration.ofMillis(250),
            3,
            1,
            true,
            List.of()));
  }

  public void readsOwnNetworksAndChoicesOfThem() throws IOException {
    SettingsLayer layer =
        read(
            """
            networks: [office@offerer]
            profiles:
              office: {description: ours, extends: dsl, both: {loss: 2%}}
            """);

    NetworkProfile dsl = NetworkCatalogue.presets().get("dsl").profile();
    LinkProfile link = dsl.uplink().withLoss(new Loss.Independent(0.02));
    assertEquals(layer.profiles(), List.of(NetworkProfile.symmetric("office", "ours", link)));
    assertEquals(layer.networks(), List.of("office@offerer"));
  }

  public void saysNothingOfKeysThatAreNotThere() throws IOException {
    assertEquals(
        read("retries: 2\n"), new SettingsLayer(null, null, null, null, null, null, 2, null, null));
  }

  public void saysNothingWhereThereAreOnlyComments() throws IOException {
    assertEquals(read("# duration: 20s\n"), SettingsLayer.NOTHING);
  }

  @DataProvider
  public Object[][] mistakes() {
    return new Object[][] {
      {
        "\nduratoin: 5s\n",
        ":2: found key 'duratoin', expected one of endpoints, scenarios,"
            + " networks, duration, sampleInterval, repetitions, retries, headed, profiles; the nearest is 'duration'"
      },
      {
        "duration: 5\n",
        ":1: found duration: 5, expected a duration from 1s to 24h, as in 10s:"
            + " how long calls are measured"
      },
      {"duration: 5 parsecs\n", ":1: found duration: '5 parsecs', expected a duration from 1s"},
      {"duration: 500ms\n", ":1: found duration 500ms, expected 1s to 24h"},
      {"duration: 25h\n", ":1: found duration 25h, expected 1s to 24h"},
      {"\n\nsampleInterval: 99ms\n", ":3: found sample interval 99ms, expected 100ms to 1m"},
      {"duration: 5s\nsampleInterval: 3s\n", ":2: found sample interval 3s for a duration of 5s"},
      {"repetitions: many\n", ":1: found repetitions: 'many', expected a whole number from 1"},
      {"repetitions: 0\n", ":1: found repetitions: 0, expected a whole number from 1 to 10000"},
      {"repetitions: 99999999999999999999\n", ":1: found repetitions: 99999999999999999999,"},
      {"repetitions: 1.5\n", ":1: found repetitions: 1.5, expected a whole number"},
      {"retries: -1\n", ":1: found retries: -1, expected a whole number from 0 to 100"},
      {"headed: maybe\n", ":1: found headed: 'maybe', expected true or false"},
      {"headed:\n", ":1: found headed: nothing, expected true or false"},
      {"endpoints: chrome\n", ":1: found endpoints: 'chrome', expected a list of endpoints"},
      {"endpoints:\n  - chrome\n  - 5\n", ":3: found endpoints.1: 5, expected an endpoint"},
      {"endpoints:\n  name: chrome\n", ":1: found endpoints: keys of its own, expected a list"},
      {"scenarios: ['']\n", ":1: found scenarios.0: '', expected a scenario's id or key"},
      {"networks: 3g\n", ":1: found networks: '3g', expected a list of networks, as in [ideal"},
      {"networks: ['']\n", ":1: found networks.0: '', expected a network: direct, ideal"},
      {
        "networks:\n  - ideal\n  - los-5@both\n",
        ":3: found network 'los-5', expected one that exists; the nearest are 'loss-5'"
      },
      {"networks:\n  - 3g+4g\n", ":2: found two networks of the answerer in '3g+4g', expected one"},
      {
        "profiles:\n  a:\n    up:\n      dealy: 40ms\n",
        ":4: found key 'dealy' in profiles.a.up, expected one of capacity, delay, jitter, loss,"
            + " lossPlace, duplicate, reorder, corrupt, outage, mtu, queue, overheadBytes; the"
            + " nearest is 'delay'"
      },
      {
        "profiles:\n  a: {extends: dsl}\n  b:\n    schedule:\n      - at: 5s\n        up: {loss: 5}\n",
        ":6: found profiles.b.schedule.0.up.loss: 5, expected a percentage as in 5%"
      },
      {
        "profiles:\n  3g: {extends: dsl}\n",
        ":2: found profile '3g', expected a name that no preset has"
      },
      {"profiles: [a]\n", ":1: found profiles: a list of 1, expected networks of your own"},
      {"profiles:\n  a: {up: {capacity: {trace: a.up}}}\n", ":2: /"},
      {"retries: no\nprofiles:\n  a: {}\n", ":1: found retries: 'no', expected"},
      {"profiles:\n  a: {}\nretries: no\n", ":2: found profiles.a: no keys, expected"},
      {
        "networks: [a]\nprofiles:\n  b: {extends: dsl}\n",
        ":1: found network 'a', expected one that"
      },
      {"- duration\n", ":1: found a list of 1, expected keys with values"},
      {"just words\n", ":1: found 'just words', expected keys with values"},
      {"retries: 1\nretries: 2\n", ":2: found key 'retries' twice, expected it once"},
      {"&top {retries: 1}\n", ":1: found the anchor '&top', expected the values themselves"},
      {"endpoints: &all [chrome]\n", ":1: found the anchor '&all', expected"},
      {"retries: 1\nrepetitions: *long\n", ":2: found the alias '*long', expected"},
      {"retries: 1\n<<: {retries: 2}\n", ":2: found the merge key '<<', expected"},
      {"duration: !!str 5\n", ":1: found the tag '!"},
      {"retries: 1\n---\nretries: 2\n", ":3: found a second document, expected one"},
      {"retries: 1\nduration: [1s\n", ": found no YAML: "},
      {"retries: 1\n\tduration: 1s\n", ":2: found no YAML: "},
      {"endpoints: [\"" + "x".repeat(200) + "\", 7]\n", ":1: found endpoints.1: 7"},
    };
  }

  @Test(dataProvider = "mistakes")
  public void saysWhereAndWhatIsWrong(String text, String expected) throws IOException {
    Files.writeString(file, text);

    String said = refusal();

    String lineless = said.replaceFirst("^:\\d+", "");
    assertTrue(said.startsWith(expected) || lineless.startsWith(expected), said);
  }

  public void tellsOfTheFirstMistakeFromTheTop() throws IOException {
    Files.writeString(file, "retries: no\nheaded: 3\nspeed: 5\n");

    assertTrue(refusal().startsWith(":1: found retries: 'no'"));
  }

  public void refusesAnEmptyFile() throws IOException {
    Files.writeString(file, " \n");

    assertTrue(refusal().startsWith(": found an empty file, expected keys with values"));
  }

  @DataProvider
  public Object[][] noTexts() {
    return new Object[][] {
      {new byte[] {0x1f, (byte) 0x8b, 8, 0}},
      {"duration: 5s\0\n".getBytes(StandardCharsets.UTF_8)},
      {"duration: 5s \u001b[2J\n".getBytes(StandardCharsets.UTF_8)},
      {"# gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1)},
      {"duration: 5s\n".getBytes(StandardCharsets.UTF_16)},
    };
  }

  @Test(dataProvider = "noTexts")
  public void refusesWhatIsNoText(byte[] bytes) throws IOException {
    Files.write(file, bytes);

    assertEquals(refusal(), ": found bytes that are no UTF-8 text, expected YAML");
  }

  public void refusesAHugeFile() throws IOException {
    Files.write(file, new byte[ConfigText.MOST_BYTES + 1]);

    assertEquals(refusal(), ": found more than 256 KiB, expected a configuration file");
  }

  public void refusesDeepNestingInALine() throws IOException {
    Files.writeString(file, "endpoints: " + "[".repeat(100_000));

    assertFalse(refusal().isEmpty());
  }

  public void refusesAFileThatIsNotThere() throws IOException {
    Files.delete(file);

    assertEquals(refusal(), ": found no such file, expected a configuration file");
  }

  public void refusesAFolder() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);

    assertEquals(refusal(), ": found a folder, expected a configuration file");
  }

  public void theExampleMeansTheDefaults() {
    SettingsLayer example = ConfigFile.read(Path.of("../parley.yaml"));

    assertEquals(example.overDefaults(), SettingsLayer.DEFAULTS);
    assertFalse(example.toString().contains("null"), "every key is shown: " + example);
    assertThrows(
        AssertionError.class,
        () ->
            assertEquals(
                new SettingsLayer(null, null, null, null, null, 2, null, null, null)
                    .over(example)
                    .overDefaults(),
                SettingsLayer.DEFAULTS));
  }
}
