package dev.parley.reports.render;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.reports.fixture.Golden;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.log.UnreadableLogException;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ReportRendererTest {

  @Test
  public void theReportsAreAsTheyWereLookedAt() throws IOException {
    try (TempFolder run = synthetic()) {
      Rendered rendered = standard(run.path());
      assertEquals(rendered.failures(), List.of());
      assertEquals(rendered.summary().exitCode(), 1);
      for (String name : List.of("summary.json", "summary.md", "junit.xml")) {
        Golden.check(name, Files.readString(run.path().resolve(name)));
      }
      for (Map.Entry<String, String> file :
          texts(run.path().resolve("allure-results")).entrySet()) {
        Golden.check("allure-results/" + file.getKey(), file.getValue());
      }
    }
  }

  @Test
  public void renderingAgainGivesTheSameAndLeavesNothingOld() throws IOException {
    try (TempFolder run = synthetic()) {
      standard(run.path());
      Map<String, String> first = texts(run.path());
      Files.writeString(run.path().resolve("allure-results/stale-result.json"), "{}");
      standard(run.path());
      assertEquals(texts(run.path()), first);
    }
  }

  @Test
  public void noSecretIsInAnyReport() throws IOException {
    try (TempFolder run = synthetic()) {
      standard(run.path());
      texts(run.path())
          .forEach((name, text) -> assertFalse(text.contains("s3cretIcePassword"), name));
    }
  }

  @DataProvider
  Object[][] moments() {
    return new Object[][] {{"open"}, {"start"}, {"cell"}, {"end"}, {"close"}};
  }

  @Test(dataProvider = "moments")
  public void aReportThatFailsLeavesTheOthersAndItsOldSelf(String moment) throws IOException {
    try (TempFolder run = synthetic()) {
      Files.writeString(run.path().resolve("broken.txt"), "old");
      List<ReportOutput> outputs = new ArrayList<>(List.of(new Broken(moment)));
      outputs.addAll(ReportRenderer.standard());
      Rendered rendered = new ReportRenderer(outputs).render(run.path(), ReportOptions.DEFAULT);
      assertEquals(rendered.failures().size(), 1);
      assertEquals(rendered.failures().get(0).target(), "broken.txt");
      assertEquals(Files.readString(run.path().resolve("broken.txt")), "old");
      assertTrue(Files.exists(run.path().resolve("junit.xml")));
      try (Stream<Path> files = Files.list(run.path())) {
        assertFalse(files.anyMatch(file -> file.getFileName().toString().startsWith(".render")));
      }
    }
  }

  @Test
  public void withoutALogTheMessageSaysWhatIsExpected() throws IOException {
    try (TempFolder empty = new TempFolder()) {
      IOException missing = expectThrows(IOException.class, () -> standard(empty.path()));
      assertTrue(String.valueOf(missing.getMessage()).contains("found no run.jsonl"));
      Files.writeString(empty.path().resolve("run.jsonl"), "hello\n");
      expectThrows(UnreadableLogException.class, () -> standard(empty.path()));
      assertEquals(texts(empty.path()), Map.of("run.jsonl", "hello\n"));
    }
  }

  private static TempFolder synthetic() throws IOException {
    TempFolder folder = new TempFolder();
    SyntheticRun.write(folder.path());
    return folder;
  }

  private static Rendered standard(Path runDir) throws IOException {
    return new ReportRenderer(ReportRenderer.standard()).render(runDir, ReportOptions.DEFAULT);
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }

  /** A report that fails at one moment. */
  private record Broken(String moment) implements ReportOutput, RunVisitor {
    @Override
    public String target() {
      return "broken.txt";
    }

    @Override
    public RunVisitor open(Path into, Path runDir, ReportOptions options) throws IOException {
      Files.writeString(into, "new");
      at("open");
      return this;
    }

    @Override
    public void start(RunStart start) throws IOException {
      at("start");
    }

    @Override
    public void cell(CellView cell) throws IOException {
      at("cell");
    }

    @Override
    public void end(RunSummary summary) throws IOException {
      at("end");
    }

    @Override
    public void close() throws IOException {
      at("close");
    }

    private void at(String now) throws IOException {
      if (now.equals(moment)) {
        throw new IOException("broken at " + now);
      }
    }
  }
}
