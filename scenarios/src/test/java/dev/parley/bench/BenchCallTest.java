package dev.parley.bench;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every figure is measured; how large it is depends on the machine. */
public final class BenchCallTest {
  private static final Path PARLEY =
      Path.of("target/dist/lib/parley.jar").toAbsolutePath().normalize();
  private static final long PATIENCE_S = 240;

  private Path folder = Path.of("unset");
  private Path output = Path.of("unset");
  private Path errors = Path.of("unset");

  @BeforeMethod(alwaysRun = true)
  void prepare() throws IOException {
    folder = Files.createTempDirectory("bench");
    output = folder.resolve("output.json");
    errors = folder.resolve("errors.txt");
  }

  @AfterMethod(alwaysRun = true)
  void remove() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test(groups = "browser")
  public void measuresBothProgramsAndJudges() throws Exception {
    int status = bench("--rounds", "1", "--warm-cells", "1", "--duration", "2s", "--json");
    assertEquals(status, 0, Files.readString(errors));
    JsonNode result = new ObjectMapper().readTree(Files.readString(output));
    List<String> unmeasured = new ArrayList<>();
    for (JsonNode line : result.path("lines")) {
      JsonNode figure = line.path("figure");
      if (!(figure.path("parley").asDouble(0) > 0)) {
        unmeasured.add(figure.toString());
      }
      boolean compared = !figure.path("name").asString().startsWith("probe");
      if (compared && !(figure.path("bare").asDouble(0) > 0)) {
        unmeasured.add(figure.toString());
      }
    }
    assertEquals(result.path("lines").size(), 6, result.toString());
    assertEquals(unmeasured, List.of(), Files.readString(errors));
    double window = result.path("bare").path(0).path("windowSeconds").asDouble();
    assertTrue(window >= 2, "the bare program measured " + window + " s");
  }

  @Test(groups = "browser")
  public void refusesNoRounds() throws Exception {
    assertEquals(bench("--rounds", "0"), 2);
    assertTrue(Files.readString(errors).contains("--rounds 0"), Files.readString(errors));
  }

  private int bench(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                PARLEY.toString(),
                "bench",
                "call",
                "--out",
                folder.resolve("results").toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new AssertionError("not done within " + PATIENCE_S + " s");
      }
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
