package dev.parley.harness.schedule;

import static java.util.Objects.requireNonNull;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public class CpuPressureTest {
  private static final long SECOND = 1_000_000_000;
  private Path file = Path.of("unset");

  @BeforeMethod
  public void createFile() throws IOException {
    file = Files.createTempFile("pressure", "");
  }

  @AfterMethod
  public void deleteFile() throws IOException {
    Files.deleteIfExists(file);
  }

  private void total(long micros) throws IOException {
    Files.writeString(
        file,
        "some avg10=1.00 avg60=2.00 avg300=3.00 total=%d\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=999\n"
            .formatted(micros));
  }

  @Test
  public void theShareIsOfTheTimeSinceTheLastCall() throws IOException {
    CpuPressure pressure = new CpuPressure(file);
    total(1_000_000);
    assertNull(pressure.shareSinceLast(10 * SECOND), "the first call has no interval");
    total(1_500_000);
    assertEquals(requireNonNull(pressure.shareSinceLast(12 * SECOND)), 0.25, 1e-9);
    total(99_000_000);
    assertEquals(requireNonNull(pressure.shareSinceLast(13 * SECOND)), 1, 0);
  }

  @Test
  public void aSystemThatDoesNotTellHasNoShare() throws IOException {
    CpuPressure pressure = new CpuPressure(file);
    Files.writeString(file, "nonsense total=x\n");
    assertNull(pressure.shareSinceLast(SECOND));
    Files.delete(file);
    assertNull(pressure.shareSinceLast(2 * SECOND));
  }
}
