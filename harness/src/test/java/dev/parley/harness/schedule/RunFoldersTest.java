package dev.parley.harness.schedule;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.matrix.UsageException;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

@Test(singleThreaded = true)
public class RunFoldersTest {
  private Path base = Path.of("unset");

  @BeforeMethod
  public void makeBase() throws IOException {
    base = Files.createTempDirectory("parley-folders").toRealPath();
  }

  @AfterMethod
  public void deleteBase() throws IOException {
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(base)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  public void theLatestOfSeveralRunsIsPointedAt() throws IOException {
    RunFolder first = RunFolders.create(null, base);
    assertEquals(base.resolve("latest").toRealPath(), first.path());

    RunFolder second = RunFolders.create(null, base);

    assertEquals(base.resolve("latest").toRealPath(), second.path());
    assertEquals(names().size(), 3, names().toString());
  }

  public void aFolderCalledLatestIsLeftAloneAndTheRunGoesOn() throws IOException {
    Path mine = Files.createDirectory(base.resolve("latest"));
    Files.writeString(mine.resolve("notes.txt"), "mine");

    RunFolder folder = RunFolders.create(null, base);

    assertTrue(Files.isDirectory(folder.path()));
    assertEquals(Files.readString(mine.resolve("notes.txt")), "mine");
    assertEquals(names().size(), 2, "a link was left behind: " + names());
  }

  public void aFolderThatWasAskedForIsMadeWithoutALink() throws IOException {
    RunFolder folder = RunFolders.create(base.resolve("deep").resolve("down"), base);

    assertEquals(folder.path(), base.resolve("deep").resolve("down"));
    assertFalse(Files.exists(base.resolve("deep").resolve("latest")));
  }

  public void aFolderWithOtherThingsInItMayBeUsed() throws IOException {
    Files.writeString(base.resolve("notes.txt"), "mine");

    assertEquals(RunFolders.create(base, base).path(), base);
  }

  public void anotherRunIsNeverMixedIn() throws IOException {
    Files.writeString(base.resolve("run.jsonl"), "another\n");

    expectThrows(UsageException.class, () -> RunFolders.create(base, base));

    assertEquals(Files.readString(base.resolve("run.jsonl")), "another\n");
  }

  public void filesOfAnAttemptLieInAFolderOfItsOwn() {
    CellId cell = CellId.parse("audio-video/chrome~firefox");
    RunFolder folder = new RunFolder(base);

    Path file = folder.of(new AttemptKey(cell, 2, 1)).resolve("offerer.png");

    assertEquals(folder.relative(file), "cells/" + cell.fileName() + "/r2a1/offerer.png");
  }
}
