package dev.parley.network.trace;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.expectThrows;

import dev.parley.network.model.Trace;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

@Test(singleThreaded = true)
public class MahimahiTextTest {
  private Path file = Path.of("unset");

  @BeforeMethod
  public void makeFile() throws IOException {
    file = Files.createTempFile("parley-trace", ".up");
  }

  @AfterMethod
  public void deleteFile() throws IOException {
    Files.deleteIfExists(file);
  }

  public void readsTimesOfWhichSeveralMayBeEqual() throws IOException {
    Trace trace = MahimahiText.read(Files.writeString(file, "0\n5\n5\n5\r\n12"));

    assertEquals(trace, new Trace(file.getFileName().toString(), new int[] {0, 5, 5, 5, 12}));
  }

  public void readsWhatIsWritten() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int[] times = new int[5000];
    for (int i = 1; i < times.length; i++) {
      times[i] = times[i - 1] + random.nextInt(4);
    }
    Trace trace = new Trace("any", times);
    StringWriter text = new StringWriter();
    TraceGenerator.write(trace, text);

    assertEquals(
        MahimahiText.parse("file", "any", new StringReader(text.toString())),
        trace,
        "seed " + seed);
  }

  @DataProvider
  public Object[][] mistakes() {
    return new Object[][] {
      {"", ": found an empty trace, expected a time in milliseconds on each line"},
      {"1\n2.5\n", ":2: found '2.5', expected a whole number of milliseconds"},
      {"1\n\n3\n", ":2: found a blank line, expected a whole number of milliseconds"},
      {"# trace\n1\n", ":1: found '# trace', expected a whole number of milliseconds"},
      {"1 2\n", ":1: found '1 2', expected a whole number of milliseconds"},
      {"\u001b[2J\n", ":1: found '?[2J', expected a whole number of milliseconds"},
      {"x".repeat(99), ":1: found '" + "x".repeat(37) + "...', expected a whole number"},
      {"1\n-2\n", ":2: found -2, expected 0 to 86400000 ms (24 h)"},
      {"86400001\n", ":1: found 86400001, expected 0 to 86400000 ms (24 h)"},
      {"999999999999999999999\n", ":1: found '999999999999999999999', expected a whole number"},
      {"3\n5\n4\n", ":3: found 4 after 5, expected times that do not fall"},
      {"0\n0\n", ":2: found 0 in the last line, expected a time after 0 ms"},
    };
  }

  @Test(dataProvider = "mistakes")
  public void saysFileAndLineAndWhatIsWrong(String text, String expected) throws IOException {
    Files.writeString(file, text);

    assertEquals(refusal(expected), file + expected);
  }

  private String refusal(String expected) {
    String said =
        String.valueOf(
            expectThrows(InvalidTraceException.class, () -> MahimahiText.read(file)).getMessage());
    return said.substring(0, Math.min(said.length(), file.toString().length() + expected.length()));
  }

  public void refusesWhatIsNoText() throws IOException {
    Files.write(file, new byte[] {'1', '\n', (byte) 0xff});

    String expected = ": found bytes that are no ASCII text, expected a trace";
    assertEquals(refusal(expected), file + expected);
  }

  public void refusesAFileThatIsNotThere() throws IOException {
    Files.delete(file);

    String expected = ": found no such file, expected a trace";
    assertEquals(refusal(expected), file + expected);
  }

  public void refusesAFolder() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);

    String expected = ": found no regular file, expected a trace";
    assertEquals(refusal(expected), file + expected);
  }
}
