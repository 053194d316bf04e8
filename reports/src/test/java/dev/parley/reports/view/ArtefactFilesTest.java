package dev.parley.reports.view;

import static org.testng.Assert.assertEquals;

import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.model.RunEvent.Artefact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ArtefactFilesTest {
  @DataProvider
  Object[][] paths() {
    return new Object[][] {
      {"inside.png", true},
      {"sub/../inside.png", true},
      {"missing.png", false},
      {"../outside.png", false},
      {"/etc/passwd", false},
      {"link.png", false},
      {"sub", false},
      {"", false},
      {"nul\u0000.png", false},
    };
  }

  @Test(dataProvider = "paths")
  public void onlyFilesInsideTheRunAreFound(String path, boolean found) throws IOException {
    try (TempFolder folder = new TempFolder()) {
      Path run = Files.createDirectories(folder.path().resolve("run"));
      Files.createDirectories(run.resolve("sub"));
      Files.writeString(run.resolve("inside.png"), "x");
      Path outside = Files.writeString(folder.path().resolve("outside.png"), "secret");
      Files.createSymbolicLink(run.resolve("link.png"), outside);
      Artefact artefact = new Artefact(null, "screenshot", path, "image/png");
      assertEquals(new ArtefactFiles(run).find(artefact).isPresent(), found);
    }
  }
}
