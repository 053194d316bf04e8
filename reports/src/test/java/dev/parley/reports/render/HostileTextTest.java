package dev.parley.reports.render;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.HostileRun;
import dev.parley.reports.fixture.PublishedSchema;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.view.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No text that came from outside breaks a report or gets out of its place in it. */
public class HostileTextTest {
  private final TempFolder run;

  public HostileTextTest() throws IOException {
    run = new TempFolder();
    HostileRun.write(run.path());
    Rendered rendered =
        new ReportRenderer(ReportRenderer.standard()).render(run.path(), ReportOptions.DEFAULT);
    assertEquals(rendered.failures(), List.of());
  }

  @AfterClass(alwaysRun = true)
  public void removeIt() throws IOException {
    run.close();
  }

  @Test
  public void junitXmlIsValid() throws IOException, SAXException {
    SchemaFactory.newDefaultInstance()
        .newSchema(Path.of("src/test/resources/schemas/junit.xsd").toFile())
        .newValidator()
        .validate(new StreamSource(file("junit.xml").toFile()));
  }

  @Test
  public void summaryJsonKeepsItsSchema() throws IOException {
    JsonNode summary = JsonMapper.shared().readTree(Files.readString(file("summary.json")));
    assertEquals(new PublishedSchema("summary-1.schema.json").errors(summary), List.of());
    assertEquals(summary.path("cells").size(), 60);
  }

  @Test
  public void markdownHoldsItInCodeSpans() throws IOException {
    String text = Files.readString(file("summary.md"));
    assertTrue(text.contains("<script>"), "the hostile text is there at all");
    for (String line : text.split("\n", -1)) {
      String outside = line.replaceAll("`[^`]*`", "");
      assertFalse(outside.matches(".*[<>`&\\p{Cntrl}].*"), line);
    }
  }

  @Test
  public void allureResultsAreJson() throws IOException {
    try (Stream<Path> files = Files.list(file("allure-results"))) {
      List<Path> results = files.filter(path -> path.toString().endsWith("-result.json")).toList();
      assertEquals(results.size(), 60);
      for (Path result : results) {
        JsonNode json = JsonMapper.shared().readTree(Files.readString(result));
        assertTrue(json.path("name").asString().startsWith("hostile"), result.toString());
      }
    }
  }

  private Path file(String name) {
    return run.path().resolve(name);
  }
}
