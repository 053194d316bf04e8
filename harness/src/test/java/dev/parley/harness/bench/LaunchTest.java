package dev.parley.harness.bench;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.CallErrored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public final class LaunchTest {
  private Path output = Path.of("unset");

  @BeforeMethod
  void prepare() throws IOException {
    output = Files.createTempFile("launch", ".log");
  }

  @AfterMethod
  void remove() throws IOException {
    Files.delete(output);
  }

  @Test
  public void countsTheTimeOfChildren() throws Exception {
    List<String> busy =
        List.of("sh", "-c", "i=0; (while [ $i -lt 300000 ]; do i=$((i+1)); done); exit 7");
    Launch launch = Launch.run(busy, output, Duration.ofSeconds(60));
    assertEquals(launch.exit(), 7);
    assertTrue(launch.cpuSeconds() > 0, "no CPU time was seen");
    assertTrue(launch.cpuSeconds() <= 2 * launch.wallSeconds(), launch.toString());
  }

  @Test
  public void endsWhatDoesNotEnd() {
    CallErrored thrown =
        expectThrows(
            CallErrored.class,
            () -> Launch.run(List.of("sleep", "60"), output, Duration.ofMillis(200)));
    assertTrue(thrown.toString().contains("had not ended"), thrown.toString());
  }
}
