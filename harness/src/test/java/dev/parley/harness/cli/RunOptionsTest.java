package dev.parley.harness.cli;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.config.RunSettings;
import dev.parley.harness.matrix.UsageException;
import dev.parley.network.preset.NetworkChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import picocli.CommandLine;

/** The command line comes before the file, the file before the defaults. */
@Test(singleThreaded = true)
public class RunOptionsTest {
  private Path folder = Path.of("unset");

  @BeforeMethod
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("parley-options");
  }

  @AfterMethod
  public void deleteFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("parley.yaml"));
    Files.deleteIfExists(folder.resolve("other.yaml"));
    Files.delete(folder);
  }

  private RunSettings settings(String... arguments) {
    RunOptions options = new RunOptions();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("run", mixin(options)))
        .parseArgs(arguments);
    return options.settings(folder);
  }

  private static CommandLine.Model.CommandSpec mixin(RunOptions options) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  public void withoutAnythingTheDefaultsHold() {
    RunSettings settings = settings();

    assertEquals(settings.endpoints(), List.of());
    assertEquals(settings.scenarios(), List.of());
    assertEquals(settings.duration(), Duration.ofSeconds(10));
    assertEquals(settings.sampleInterval(), Duration.ofSeconds(1));
    assertEquals(settings.repetitions(), 1);
    assertEquals(settings.retries(), 0);
    assertFalse(settings.headed());
  }

  public void theFileInTheFolderIsRead() throws IOException {
    write("parley.yaml", "endpoints: [firefox]\nduration: 20s\nheaded: true\nretries: 2\n");

    RunSettings settings = settings();

    assertEquals(settings.endpoints(), List.of("firefox"));
    assertEquals(settings.duration(), Duration.ofSeconds(20));
    assertEquals(settings.retries(), 2);
    assertTrue(settings.headed());
    assertEquals(settings.repetitions(), 1);
  }

  public void theCommandLineWinsOverTheFile() throws IOException {
    write(
        "parley.yaml",
        """
        endpoints: [firefox]
        scenarios: [ice-restart]
        duration: 20s
        sampleInterval: 2s
        repetitions: 5
        retries: 2
        headed: true
        """);

    RunSettings settings =
        settings(
            "--endpoints",
            "chrome,edge",
            "--scenarios",
            "hang-up",
            "--duration",
            "5s",
            "--sample-interval",
            "100ms",
            "--repeat",
            "1",
            "--retries",
            "0",
            "--no-headed");

    assertEquals(settings.endpoints(), List.of("chrome", "edge"));
    assertEquals(settings.scenarios(), List.of("hang-up"));
    assertEquals(settings.duration(), Duration.ofSeconds(5));
    assertEquals(settings.sampleInterval(), Duration.ofMillis(100));
    assertEquals(settings.repetitions(), 1);
    assertEquals(settings.retries(), 0);
    assertFalse(settings.headed());
  }

  public void headedCanBeAskedFor() {
    assertTrue(settings("--headed").headed());
  }

  public void aFileThatIsNamedIsReadInsteadOfTheUsualOne() throws IOException {
    write("parley.yaml", "this is not even: [YAML\n");
    write("other.yaml", "retries: 3\n");

    assertEquals(settings("--config", folder.resolve("other.yaml").toString()).retries(), 3);
  }

  public void aMistakeInTheUsualFileIsTold() throws IOException {
    write("parley.yaml", "retires: 3\n");

    String said = String.valueOf(expectThrows(UsageException.class, () -> settings()).getMessage());

    assertTrue(said.contains("parley.yaml:1: found key 'retires'"), said);
  }

  public void boundsHoldForWhatIsMerged() throws IOException {
    write("parley.yaml", "sampleInterval: 10s\nduration: 20s\n");

    String said =
        String.valueOf(
            expectThrows(UsageException.class, () -> settings("--duration", "15s")).getMessage());

    assertEquals(
        said, "found sample interval 10s for a duration of 15s, expected at least two samples");
  }

  public void oneCellAsksForItsOwnScenarioAndEndpoints() throws IOException {
    write(
        "parley.yaml",
        "endpoints: [chrome, 'beta=chrome@/opt/beta', firefox]\nscenarios: [hang-up]\n");

    RunSettings settings = settings("--cell", "data[messages]/beta~firefox");

    assertEquals(settings.scenarios(), List.of("data[messages]"));
    assertEquals(settings.endpoints(), List.of("beta=chrome@/opt/beta", "firefox"));
    assertEquals(settings.cell(), "data[messages]/beta~firefox");
  }

  public void endpointsOfTheCommandLineStandAlsoForOneCell() {
    assertEquals(
        settings("--cell", "a/x~x", "--endpoints", "x=chrome@/x").endpoints(),
        List.of("x=chrome@/x"));
  }

  public void networksComeFromTheCommandLineBeforeTheFile() throws IOException {
    write("parley.yaml", "networks: [ideal, 3g@offerer]\n");

    assertEquals(texts(settings()), List.of("ideal", "3g@offerer"));
    assertEquals(
        texts(settings("--networks", "loss-5@answerer,direct,loss-5")),
        List.of("loss-5", "direct"));
  }

  public void oneCellAsksForItsOwnNetwork() throws IOException {
    write("parley.yaml", "networks: [ideal, 3g@offerer]\n");

    assertEquals(texts(settings("--cell", "a/x~x/network=loss-5")), List.of("loss-5"));
    assertEquals(texts(settings("--cell", "a/x~x")), List.of("direct"));
  }

  public void aNetworkThatIsNotKnownIsRefused() {
    String said =
        String.valueOf(
            expectThrows(UsageException.class, () -> settings("--networks", "ideal,4gg"))
                .getMessage());

    assertTrue(said.startsWith("found network '4gg', expected one that exists"), said);
  }

  public void oneCellLeavesNoOtherChoice() {
    String said =
        String.valueOf(
            expectThrows(
                    UsageException.class, () -> settings("--cell", "a/x~x", "--networks", "3g"))
                .getMessage());

    assertEquals(said, "found --cell with --networks, expected one of them");
  }

  private static List<String> texts(RunSettings settings) {
    return settings.networks().stream().map(NetworkChoice::text).toList();
  }

  public void aSeedThatIsGivenIsKept() {
    assertEquals(settings("--seed", "42").seed(), 42);
  }
}
