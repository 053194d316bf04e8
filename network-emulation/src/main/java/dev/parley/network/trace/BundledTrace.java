package dev.parley.network.trace;

import dev.parley.network.model.Direction;
import dev.parley.network.model.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A trace that comes with Parley: made, not recorded, by {@link TraceGenerator}. */
public final class BundledTrace {
  private static final List<BundledTrace> ALL =
      List.of(
          new BundledTrace(
              "cellular-walk",
              "a cellular link whose capacity wanders",
              40,
              1,
              60_000,
              new CellularWalk(3e6, 300e3, 8e6, 0.03, 0.14, 0),
              new CellularWalk(1.2e6, 150e3, 3e6, 0.03, 0.14, 0)),
          new BundledTrace(
              "cellular-drive",
              "a cellular link with handovers that cut it for up to 1.2 s",
              50,
              2,
              60_000,
              new CellularWalk(4e6, 200e3, 10e6, 0.05, 0.25, 12),
              new CellularWalk(1.5e6, 100e3, 4e6, 0.05, 0.25, 12)),
          new BundledTrace(
              "wifi-bursts",
              "a busy Wi-Fi that sends in bursts, with waits of up to 200 ms",
              5,
              3,
              20_000,
              new WifiBursts(16, 8, 60e6, 2, 200),
              new WifiBursts(8, 10, 40e6, 2, 200)),
          new BundledTrace(
              "wifi-far",
              "a weak Wi-Fi, slow, with waits of up to 500 ms",
              10,
              4,
              30_000,
              new WifiBursts(4, 12, 8e6, 3, 500),
              new WifiBursts(3, 16, 6e6, 3, 500)));

  private final String networkName;
  private final String description;
  private final int delayMillis;
  private final long seed;
  private final int lengthMillis;
  private final TraceModel down;
  private final TraceModel up;

  private BundledTrace(
      String networkName,
      String description,
      int delayMillis,
      long seed,
      int lengthMillis,
      TraceModel down,
      TraceModel up) {
    this.networkName = networkName;
    this.description = description;
    this.delayMillis = delayMillis;
    this.seed = seed;
    this.lengthMillis = lengthMillis;
    this.down = down;
    this.up = up;
  }

  /** All of them. */
  public static List<BundledTrace> all() {
    return ALL;
  }

  /** The name of the network, as in {@code cellular-walk}. */
  public String networkName() {
    return networkName;
  }

  /** What it is, in a few words. */
  public String description() {
    return description;
  }

  /** The one-way propagation delay of its network, in milliseconds. */
  public int delayMillis() {
    return delayMillis;
  }

  /** The file of a direction, as in {@code cellular-walk.up}; also the trace's name. */
  public String fileName(Direction direction) {
    return networkName + "." + direction.word();
  }

  /** Makes the trace of a direction anew; each has its own stream of the seed. */
  Trace make(Direction direction) {
    Opportunities out = new Opportunities(lengthMillis);
    boolean upwards = direction == Direction.UP;
    (upwards ? up : down).write(new Draw(2 * seed + (upwards ? 1 : 0)), lengthMillis, out);
    return out.trace(fileName(direction));
  }

  /** The trace of a direction, from the file that comes with this class. */
  public Trace load(Direction direction) {
    String file = fileName(direction);
    try (InputStream stream = BundledTrace.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing from the class path");
      }
      return MahimahiText.parse(
          file, file, new InputStreamReader(stream, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
