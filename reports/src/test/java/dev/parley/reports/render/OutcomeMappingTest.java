package dev.parley.reports.render;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.PublishedSchema;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.model.CellId;
import dev.parley.reports.view.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each outcome as other tools' formats know it. */
public class OutcomeMappingTest {
  private final TempFolder run;
  private final Document junit;

  public OutcomeMappingTest() throws Exception {
    run = new TempFolder();
    SyntheticRun.write(run.path());
    new ReportRenderer(ReportRenderer.standard()).render(run.path(), ReportOptions.DEFAULT);
    junit =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(run.path().resolve("junit.xml").toFile());
  }

  @AfterClass(alwaysRun = true)
  public void removeIt() throws IOException {
    run.close();
  }

  @DataProvider
  Object[][] junitElements() {
    return new Object[][] {
      {SyntheticRun.PASSED, ""},
      {SyntheticRun.FAILED, "failure failed"},
      {SyntheticRun.EXPECTED, "skipped "},
      {SyntheticRun.ERRORED, "error errored"},
      {SyntheticRun.NEVER_RUN, "error errored"},
      {SyntheticRun.FLAKY, "flakyFailure failed"},
      {SyntheticRun.UNSUPPORTED, "skipped "},
      {SyntheticRun.INCONCLUSIVE, "error inconclusive"},
    };
  }

  @Test(dataProvider = "junitElements")
  public void junitHasTheRightElement(CellId cell, String element) throws Exception {
    String test = "//testcase[@name='" + cell + "']";
    assertEquals(xpath("count(" + test + ")"), "1");
    String children = test + "/*[name()!='system-out']";
    assertEquals(xpath("count(" + children + ")"), element.isEmpty() ? "0" : "1");
    String found = xpath("concat(name(" + children + "), ' ', " + children + "/@type)");
    assertEquals(found.strip(), element.strip());
    assertTrue(xpath(test + "/system-out").contains("./parley run --cell '" + cell + "'"));
  }

  @Test
  public void junitCountsWhatItHolds() throws Exception {
    assertEquals(xpath("sum(//testsuite/@tests)"), xpath("count(//testcase)"));
    assertEquals(xpath("sum(//testsuite/@failures)"), xpath("count(//failure)"));
    assertEquals(xpath("sum(//testsuite/@errors)"), xpath("count(//error)"));
    assertEquals(xpath("sum(//testsuite/@skipped)"), xpath("count(//skipped)"));
    assertEquals(xpath("string(/testsuites/@tests)"), "11");
    assertTrue(xpath("string(//testcase/skipped/@message)").startsWith("expected: bug | 17"));
    assertEquals(xpath("string(//property[@name='seed']/@value)"), "424242");
  }

  @Test
  public void junitKeepsItsSchema() throws Exception {
    SchemaFactory.newDefaultInstance()
        .newSchema(Path.of("src/test/resources/schemas/junit.xsd").toFile())
        .newValidator()
        .validate(new StreamSource(run.path().resolve("junit.xml").toFile()));
  }

  @Test
  public void summaryJsonKeepsItsSchema() throws IOException {
    JsonNode summary =
        JsonMapper.shared().readTree(Files.readString(run.path().resolve("summary.json")));
    assertEquals(new PublishedSchema("summary-1.schema.json").errors(summary), List.of());
    assertEquals(summary.at("/result/exitCode").asInt(), 1);
    assertEquals(summary.at("/result/outcomes/passed").asInt(), 3);
  }

  @DataProvider
  Object[][] allureStatuses() {
    return new Object[][] {
      {SyntheticRun.PASSED, List.of("passed")},
      {SyntheticRun.FAILED, List.of("failed")},
      {SyntheticRun.EXPECTED, List.of("skipped")},
      {SyntheticRun.ERRORED, List.of("broken")},
      {SyntheticRun.NEVER_RUN, List.of("broken")},
      {SyntheticRun.FLAKY, List.of("failed", "passed")},
      {SyntheticRun.UNSUPPORTED, List.of("skipped")},
      {SyntheticRun.INCONCLUSIVE, List.of("broken")},
    };
  }

  @Test(dataProvider = "allureStatuses")
  public void allureHasTheRightStatuses(CellId cell, List<String> statuses) throws IOException {
    List<JsonNode> results = allure(cell);
    assertEquals(results.stream().map(r -> r.path("status").asString()).toList(), statuses);
    assertEquals(results.stream().map(r -> r.path("historyId").asString()).distinct().count(), 1);
    boolean flaky = results.get(results.size() - 1).at("/statusDetails/flaky").asBoolean();
    assertEquals(flaky, cell.equals(SyntheticRun.FLAKY));
  }

  @Test
  public void allureKeepsRecordedTimesStepsAndEvidence() throws IOException {
    JsonNode passed = allure(SyntheticRun.PASSED).get(0);
    long started = passed.path("start").asLong();
    assertTrue(Instant.ofEpochMilli(started).toString().startsWith("2026-03-04T05:06:0"));
    assertTrue(passed.path("stop").asLong() - started > 10_000);
    assertEquals(passed.path("steps").size(), 1);
    JsonNode errored = allure(SyntheticRun.ERRORED).get(0);
    assertEquals(errored.path("attachments").size(), 3);
    for (JsonNode attachment : errored.path("attachments")) {
      String source = attachment.path("source").asString();
      assertTrue(Files.size(run.path().resolve("allure-results").resolve(source)) > 0, source);
    }
  }

  private List<JsonNode> allure(CellId cell) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(run.path().resolve("allure-results"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("-result.json")).toList()) {
        JsonNode result = JsonMapper.shared().readTree(Files.readString(file));
        if (result.path("name").asString().equals(cell.toString())) {
          found.add(result);
        }
      }
    }
    found.sort(Comparator.comparingLong(result -> result.path("start").asLong()));
    return found;
  }

  private String xpath(String expression) throws XPathExpressionException {
    return XPathFactory.newDefaultInstance().newXPath().evaluate(expression, junit);
  }
}
