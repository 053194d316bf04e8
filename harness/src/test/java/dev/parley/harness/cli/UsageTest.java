package dev.parley.harness.cli;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import picocli.CommandLine;

/** What a user may mistake: exit 2 and one line, before any browser is looked for or started. */
@Test(singleThreaded = true)
public class UsageTest {
  /** An endpoint that is looked for at once, and not found. */
  private static final String NOBODY = "nobody=chrome@/nowhere/at/all";

  private Path folder = Path.of("unset");

  @BeforeMethod
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("parley-usage");
  }

  @AfterMethod
  public void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String refusal(String... arguments) {
    StringWriter errors = new StringWriter();
    StringWriter out = new StringWriter();
    CommandLine line = Parley.commandLine(new PrintWriter(errors, true));
    line.setOut(new PrintWriter(out, true));

    int code = line.execute(arguments);

    String said = errors.toString();
    assertEquals(code, ExitCode.USAGE, said);
    assertEquals(said.lines().count(), 1, said);
    assertTrue(said.startsWith("parley: "), said);
    assertEquals(out.toString(), "");
    return said.strip().substring("parley: ".length());
  }

  @DataProvider
  public Object[][] mistakes() {
    return new Object[][] {
      {List.of(), "found no command, expected one"},
      {List.of("rnu"), "Unmatched argument at index 0: 'rnu'; the nearest is 'run'"},
      {
        List.of("run", "--duratoin", "5s"),
        "Unknown options: '--duratoin', '5s'; the nearest is '--duration'"
      },
      {List.of("run", "--duration"), "Missing required parameter for option '--duration'"},
      {List.of("run", "--duration", "5 parsecs"), "found duration '5 parsecs', expected a number"},
      {List.of("run", "--duration", "0s"), "found duration 0s, expected 1s to 24h"},
      {List.of("run", "--sample-interval", "1h"), "found sample interval 1h, expected 100ms to"},
      {List.of("run", "--repeat", "often"), "Invalid value for option '--repeat'"},
      {List.of("run", "--repeat", "0"), "found 0 repetitions, expected 1 to 10000"},
      {List.of("run", "--retries", "-1"), "found -1 retries, expected 0 to 100"},
      {
        List.of("run", "--scenarios", "alhpa"),
        "found scenario 'alhpa', expected one that exists; the nearest is 'alpha'"
      },
      {List.of("run", "--endpoints", "chorme"), "unknown endpoint 'chorme': did you mean chrome?"},
      {List.of("run", "--endpoints", NOBODY + "," + NOBODY), "found endpoint alias 'nobody' twice"},
      {List.of("run", "--endpoints", "a b=chrome@/x"), "endpoint alias 'a b': expected letters"},
      {List.of("run", "--cell", "alpha"), "found cell id 'alpha', expected scenario[params]/"},
      {List.of("run", "--cell", "alhpa/chrome~chrome"), "found scenario 'alhpa', expected one"},
      {List.of("run", "--cell", "alpha/opera~opera"), "unknown endpoint 'opera': did you mean"},
      {
        List.of("run", "--endpoints", NOBODY, "--cell", "alpha/nobody~nobdy"),
        "found cell 'alpha/nobody~nobdy', expected one that exists; the nearest is"
            + " 'alpha/nobody~nobody'"
      },
      {
        List.of("run", "--cell", "alpha/chrome~chrome", "--scenarios", "alpha"),
        "found --cell with --scenarios, expected one of them"
      },
      {List.of("run", "--sabotage", "unplug@offerer"), "found sabotage 'unplug@offerer', expected"},
      {
        List.of("run", "--endpoints", NOBODY, "--sabotage", "close-relay"),
        "found sabotage close-relay, expected a cell over an emulated network, as with --networks"
      },
      {
        List.of("run", "--endpoints", NOBODY, "--sabotage", "kill-browser@oferer"),
        "found sabotage of 'oferer', expected one of offerer, answerer; the nearest is 'offerer'"
      },
      {List.of("run", "--scenario-path", "/nowhere.jar"), "found no readable file at"},
      {List.of("run", "--config", "/nowhere.yaml"), "/nowhere.yaml: found no such file"},
      {List.of("report", "/nowhere"), "found no run.jsonl in /nowhere, expected the folder of a"},
      {List.of("doctor", "--endpoints", "crhome"), "unknown endpoint 'crhome': did you mean"},
      {List.of("verify"), "'verify' is the launcher's"},
    };
  }

  @Test(dataProvider = "mistakes")
  public void tellsAMistakeInOneLine(List<String> arguments, String expected) {
    String said = refusal(arguments.toArray(String[]::new));

    assertTrue(said.startsWith(expected), said);
  }

  public void namesTheNearestOption() {
    assertTrue(refusal("run", "--duratoin", "5s").endsWith("the nearest is '--duration'"));
  }

  public void refusesAFolderThatHoldsAnotherRun() throws IOException {
    Path log = Files.writeString(folder.resolve("run.jsonl"), "another run\n");

    String said = refusal("run", "--endpoints", NOBODY, "--out", folder.toString());

    assertEquals(
        said, "found the results of another run in " + folder + ", expected a new or empty folder");
    assertEquals(Files.readString(log), "another run\n");
  }

  public void refusesAnOutThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");

    assertTrue(
        refusal("run", "--endpoints", NOBODY, "--out", file.toString())
            .startsWith("cannot write results to " + file));
  }

  public void tellsAMistakeInTheConfigurationWithItsLine() throws IOException {
    Path config = Files.writeString(folder.resolve("mine.yaml"), "retries: 1\nduratoin: 5s\n");

    String said = refusal("run", "--config", config.toString());

    assertTrue(said.startsWith(config + ":2: found key 'duratoin', expected one of"), said);
    assertTrue(said.endsWith("the nearest is 'duration'"), said);
  }
}
