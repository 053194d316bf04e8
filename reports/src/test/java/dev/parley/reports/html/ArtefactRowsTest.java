package dev.parley.reports.html;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.html.page.AttemptSection.ArtefactRow;
import dev.parley.reports.model.RunEvent.Artefact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Only files inside the run's folder are linked. */
public final class ArtefactRowsTest {

  @DataProvider
  public Object[][] hostile() {
    return new Object[][] {
      {"javascript:alert(1)"},
      {"data:text/html,x"},
      {"/etc/passwd"},
      {"//example.org/x.png"},
      {"../outside.txt"},
      {"artefacts/../../outside.txt"},
      {"..\\outside.txt"},
      {"C:/outside.txt"},
      {"link-out"},
      {"no-such-file.txt"},
      {"line\nbreak"},
      {"nul\u0000"},
      {""},
    };
  }

  @Test(dataProvider = "hostile")
  public void aPathThatLeadsElsewhereIsNotLinked(String path) throws IOException {
    try (TempFolder folder = new TempFolder()) {
      Path runDir = Files.createDirectory(folder.path().resolve("run"));
      Path outside = Files.writeString(folder.path().resolve("outside.txt"), "secret");
      Files.createSymbolicLink(runDir.resolve("link-out"), outside);
      ArtefactRow row = row(runDir, path, "image/png");
      assertNull(row.href(), path);
      assertTrue(!row.image(), path);
    }
  }

  @Test
  public void aFileOfTheRunIsLinkedWithItsNameEncoded() throws IOException {
    try (TempFolder folder = new TempFolder()) {
      Path file = folder.path().resolve("artefacts/a b/ü #1?\".png");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
      ArtefactRow row = row(folder.path(), "artefacts/a b/ü #1?\".png", "image/png");
      assertEquals(row.href(), "../../artefacts/a%20b/%C3%BC%20%231%3F%22.png");
      assertTrue(row.image());
      assertTrue(!row(folder.path(), "artefacts/a b/ü #1?\".png", "image/svg+xml").image());
    }
  }

  private static ArtefactRow row(Path runDir, String path, String mediaType) {
    Artefact artefact = new Artefact("offerer", "screenshot", path, mediaType);
    return new ArtefactRows(runDir).of(List.of(artefact), new Cast(List.of())).get(0);
  }
}
