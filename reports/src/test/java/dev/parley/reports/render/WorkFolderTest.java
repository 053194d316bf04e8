package dev.parley.reports.render;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.view.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.Test;

public class WorkFolderTest {

  @Test
  public void whatAKilledRenderingLeftGoesWithTheNextAndWhatIsInUseStays() throws IOException {
    try (TempFolder run = new TempFolder()) {
      SyntheticRun.write(run.path());
      List<Path> used;
      try (HangingRender hanging = new HangingRender(run.path())) {
        used = workFolders(run.path());
        assertEquals(used.size(), 2, "a folder and its lock: " + used);
        render(run.path());
        assertEquals(workFolders(run.path()), used);
        assertTrue(hanging.isAlive(), "what is in use belongs to somebody");
      }
      assertEquals(workFolders(run.path()), used);
      render(run.path());
      assertEquals(workFolders(run.path()), List.of());
    }
  }

  private static void render(Path runDir) throws IOException {
    Rendered rendered =
        new ReportRenderer(ReportRenderer.standard()).render(runDir, ReportOptions.DEFAULT);
    assertEquals(rendered.failures(), List.of());
  }

  private static List<Path> workFolders(Path runDir) throws IOException {
    try (Stream<Path> files = Files.list(runDir)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(".render-"))
          .sorted()
          .toList();
    }
  }
}
