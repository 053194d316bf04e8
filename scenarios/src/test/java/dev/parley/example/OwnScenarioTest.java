package dev.parley.example;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.example.ExampleProject.Ended;
import dev.parley.example.RunResults.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.Reporter;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/**
 * The example is built apart from Parley and goes through both doors, green and red.
 *
 * <p>A call on a machine that could not keep up is inconclusive, which is as it should be; what the
 * picture did is checked all the same.
 */
@Test(groups = "browser")
public final class OwnScenarioTest {
  private static final List<String> FOUND =
      List.of(
          "connection: held",
          "connection: held",
          "contrast of the picture before: held",
          "contrast of the picture while disabled: held",
          "contrast of the picture after 2 s: held",
          "contrast of the picture once enabled again: held");
  private static final String SABOTAGE = "disable-video@answerer";

  private @Nullable ExampleProject project;

  @BeforeClass(alwaysRun = true)
  void build() throws Exception {
    project = new ExampleProject();
    Ended ended = project().maven("-DskipTests", "package");
    assertEquals(ended.status(), 0, ended.output());
  }

  @AfterClass(alwaysRun = true)
  void remove() throws IOException {
    if (project != null) {
      project.close();
    }
  }

  private ExampleProject project() {
    return Objects.requireNonNull(project, "the example was not built");
  }

  public void firstDoorIsGreen() throws Exception {
    Path out = project().results("first-green");
    Ended ended = run(out);
    holds(new RunResults(out), ended);
    assertEquals(ended.status(), new RunResults(out).exitCode(), ended.output());
  }

  public void firstDoorIsRedWhereThePictureIsBlack() throws Exception {
    Path out = project().results("first-red");
    Ended ended = run(out, "--sabotage", SABOTAGE);
    breaks(new RunResults(out), ended);
    assertEquals(ended.status(), 41, "the launcher's word for a failed product: " + ended.output());
  }

  public void secondDoorIsGreen() throws Exception {
    Path out = project().results("second-green");
    Ended ended = test(out);
    Verdict verdict = holds(new RunResults(out), ended);
    assertEquals(ended.status() == 0, verdict.outcome().equals("passed"), ended.output());
    assertEquals(surefire("<failure").size(), ended.status() == 0 ? 0 : 1, ended.output());
  }

  @Test(dependsOnMethods = "secondDoorIsGreen", alwaysRun = true)
  public void secondDoorIsRedWhereThePictureIsBlack() throws Exception {
    Path out = project().results("second-red");
    Ended ended = test(out, "-Dparley.sabotage=" + SABOTAGE);
    Verdict verdict = breaks(new RunResults(out), ended);
    assertNotEquals(ended.status(), 0, ended.output());
    assertTrue(surefire("failed: " + verdict.reason().substring(0, 20)).size() > 0, ended.output());
  }

  private Ended run(Path out, String... more) throws Exception {
    List<String> arguments =
        List.of(
            "run",
            "--scenario-path",
            "target/own-scenario.jar",
            "--scenarios",
            "mute-comes-back",
            "--endpoints",
            "chrome",
            "--duration",
            "2s",
            "--out",
            out.toString());
    return project()
        .parley(Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private Ended test(Path out, String... more) throws Exception {
    List<String> arguments =
        List.of(
            "surefire:test",
            "-Dparley.endpoints=chrome",
            "-Dparley.duration=2s",
            "-Dparley.out=" + out);
    return project()
        .maven(Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static Verdict holds(RunResults results, Ended ended) throws IOException {
    Verdict verdict = verdict(results, ended);
    assertEquals(results.checks(), FOUND, verdict + "\n" + ended.output());
    assertTrue(
        List.of("passed", "inconclusive").contains(verdict.outcome()),
        verdict + "\n" + ended.output());
    return verdict;
  }

  private static Verdict breaks(RunResults results, Ended ended) throws IOException {
    Verdict verdict = verdict(results, ended);
    assertEquals(verdict.outcome(), "failed", verdict + "\n" + ended.output());
    assertTrue(verdict.reason().contains("contrast of the picture before"), verdict.toString());
    assertEquals(results.exitCode(), 1, ended.output());
    return verdict;
  }

  private static Verdict verdict(RunResults results, Ended ended) throws IOException {
    assertTrue(results.isReported(), "reports are missing: " + ended.output());
    Verdict verdict = results.verdict();
    Reporter.log(verdict.toString(), true);
    return verdict;
  }

  /** The lines of Surefire's report that hold this text. */
  private List<String> surefire(String text) throws IOException {
    Path reports = project().folder().resolve("target/surefire-reports");
    try (Stream<Path> files = Files.walk(reports)) {
      Path report =
          files
              .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("Surefire left no report in " + reports));
      return Files.readAllLines(report).stream().filter(line -> line.contains(text)).toList();
    }
  }
}
