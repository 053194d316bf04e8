package dev.parley.reports.render;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.allure.AllureResults;
import dev.parley.reports.fixture.SyntheticNetworks;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.summary.SummaryJson;
import dev.parley.reports.view.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Networks in the reports that programs read. */
public class NetworkOutputsTest {
  private @Nullable TempFolder run;

  @BeforeClass
  public void render() throws IOException {
    TempFolder folder = new TempFolder();
    run = folder;
    SyntheticRun.write(folder.path());
    Rendered rendered =
        new ReportRenderer(List.of(new SummaryJson(), new AllureResults()))
            .render(folder.path(), ReportOptions.DEFAULT);
    assertEquals(rendered.failures(), List.of());
  }

  @AfterClass(alwaysRun = true)
  public void remove() throws IOException {
    if (run != null) {
      run.close();
    }
  }

  @Test
  public void summaryJsonTellsWhatWasAppliedAndWhatWasNot() throws IOException {
    JsonNode cell = cell(SyntheticNetworks.IMPAIRED.toString());
    JsonNode offerer = cell.at("/networks/0");
    assertEquals(offerer.path("network").asString(), "3g");
    assertTrue(offerer.has("emulated") && !offerer.path("emulated").asBoolean(), "applied");
    assertEquals(offerer.path("links").size(), 0);
    JsonNode answerer = cell.at("/networks/1");
    assertTrue(answerer.path("emulated").asBoolean());
    assertEquals(answerer.at("/links/0/kept").asString(), "too-late");
    assertEquals(answerer.at("/links/1/kept").asString(), "not-reported");
    assertTrue(answerer.at("/links/0/summary/kernelDrops").isMissingNode(), "0 for the unknown");
    assertEquals(answerer.at("/losses/0/agrees").asBoolean(true), false);
    assertTrue(answerer.at("/losses/1/seenLost").isMissingNode(), "0 for the unreported");
    assertEquals(cell.at("/emulator/bypass").asString(), "12 kB by `tcp`");
  }

  @Test
  public void summaryJsonSaysDirectWhereNothingWasEmulated() throws IOException {
    JsonNode cell = cell(SyntheticRun.PASSED.toString());
    assertEquals(cell.at("/networks/0/network").asString(), "direct");
    assertTrue(cell.path("emulator").isMissingNode());
  }

  @Test
  public void allureHasTheNetworkAsAParameterAndAStepForEachVerdict() throws IOException {
    JsonNode result = allure(SyntheticNetworks.IMPAIRED.toString());
    assertTrue(
        list(result.path("parameters")).stream()
            .anyMatch(
                one ->
                    one.path("name").asString().equals("network of answerer")
                        && one.path("value").asString().equals("loss-5, emulated by relay")));
    List<String> statuses =
        list(result.path("steps")).stream().map(step -> step.path("status").asString()).toList();
    assertEquals(statuses, List.of("broken", "broken", "skipped", "passed", "failed", "skipped"));
  }

  private JsonNode cell(String id) throws IOException {
    JsonNode summary =
        JsonMapper.shared()
            .readTree(Files.readString(Objects.requireNonNull(run).path().resolve("summary.json")));
    return list(summary.path("cells")).stream()
        .filter(cell -> cell.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode allure(String name) throws IOException {
    try (Stream<Path> files =
        Files.list(Objects.requireNonNull(run).path().resolve("allure-results"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("-result.json")).toList()) {
        JsonNode result = JsonMapper.shared().readTree(Files.readString(file));
        if (result.path("name").asString().equals(name)) {
          return result;
        }
      }
    }
    throw new AssertionError("no result of " + name);
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
