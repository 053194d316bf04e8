package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public class LogEndTest {
  private Path log = Path.of("");
  private Path copy = Path.of("");

  @BeforeMethod
  public void files() throws IOException {
    log = Files.createTempFile("parley-log", ".txt");
    copy = Files.createTempFile("parley-copy", ".txt");
  }

  @AfterMethod(alwaysRun = true)
  public void remove() throws IOException {
    Files.deleteIfExists(log);
    Files.deleteIfExists(copy);
  }

  @Test
  public void everyLineIsCleaned() throws IOException {
    Files.writeString(log, "GET /hunter2/\nfine\nhunter2 hunter2");
    assertEquals(copied(1000), List.of("GET /*/", "fine", "* *"));
  }

  @Test
  public void aLineCutInTwoIsLeftOutForItMayHideHalfASecret() throws IOException {
    Files.writeString(log, "first hunter2\nsecond\n");
    assertEquals(copied("ter2\nsecond\n".length()), List.of("second"));
  }

  @Test
  public void bytesThatAreNoTextDoNotEndTheCopy() throws IOException {
    Files.write(log, "a\u00ffb\nc".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(copied(1000), List.of("a\ufffdb", "c"));
  }

  private List<String> copied(long longest) throws IOException {
    new LogEnd(longest, line -> line.replace("hunter2", "*")).copy(log, copy);
    return Files.readAllLines(copy);
  }
}
