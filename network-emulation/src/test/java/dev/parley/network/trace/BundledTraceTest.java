package dev.parley.network.trace;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.network.model.Direction;
import dev.parley.network.model.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class BundledTraceTest {

  @DataProvider
  public Object[][] traces() {
    return BundledTrace.all().stream()
        .flatMap(
            trace ->
                Arrays.stream(Direction.values()).map(direction -> new Object[] {trace, direction}))
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "traces")
  public void theGeneratorMakesItsFileAgainByteForByte(BundledTrace trace, Direction direction)
      throws IOException {
    try (InputStream file =
        Objects.requireNonNull(BundledTrace.class.getResourceAsStream(trace.fileName(direction)))) {
      byte[] made = TraceGenerator.text(trace, direction).getBytes(StandardCharsets.US_ASCII);
      assertTrue(
          Arrays.equals(file.readAllBytes(), made),
          trace.fileName(direction) + " is not what the generator makes: write it anew");
    }
  }

  @Test(dataProvider = "traces")
  public void itsFileIsReadAsItWasMade(BundledTrace trace, Direction direction) {
    assertEquals(trace.load(direction), trace.make(direction));
  }

  private static Trace walk(long seed) {
    Opportunities out = new Opportunities(10_000);
    new CellularWalk(3e6, 300e3, 8e6, 0.03, 0.14, 3).write(new Draw(seed), 10_000, out);
    return out.trace("walk");
  }

  @Test
  public void aSeedIsAllThatATraceDependsOn() {
    assertEquals(walk(7), walk(7));
    assertNotEquals(walk(7), walk(8));
  }

  /** Name, mean rate within which bounds in Mbit/s, and the longest silence in ms. */
  @DataProvider
  public Object[][] natures() {
    return new Object[][] {
      {"cellular-walk", 2.0, 4.0, 10, 100},
      {"cellular-drive", 2.5, 5.0, 500, 1300},
      {"wifi-bursts", 10.0, 20.0, 100, 250},
      {"wifi-far", 1.5, 3.0, 300, 600},
    };
  }

  @Test(dataProvider = "natures")
  public void isWhatItsDescriptionSays(
      String name, double least, double most, int shortest, int longest) {
    Trace trace =
        BundledTrace.all().stream()
            .filter(bundled -> bundled.networkName().equals(name))
            .findFirst()
            .orElseThrow()
            .load(Direction.DOWN);
    int silence = 0;
    for (int i = 1; i < trace.size(); i++) {
      silence = Math.max(silence, trace.millis(i) - trace.millis(i - 1));
    }

    double rate = trace.meanBitsPerSecond() / 1e6;
    assertTrue(rate > least && rate < most, "mean rate " + rate);
    assertTrue(silence >= shortest && silence <= longest, "longest silence " + silence);
  }

  @Test
  public void theGeneratorWantsAFolder() {
    String said =
        String.valueOf(
            expectThrows(IllegalArgumentException.class, TraceGenerator::main).getMessage());

    assertEquals(said, "found 0 arguments, expected the folder for the traces");
  }
}
