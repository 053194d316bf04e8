package dev.parley.network.bench;

import dev.parley.network.bench.RealTimeBenchResult.Pace;
import dev.parley.network.bench.RealTimeBenchResult.Throughput;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkTruth;
import dev.parley.network.model.LinkTruth.Spread;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.realtime.LoopbackLink;
import dev.parley.network.realtime.PreciseTimer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Measures the emulator in real time, on loopback, beside references of the same run. */
public final class RealTimeBench {
  static final int BYTES = 1200;
  static final double SECONDS = 3;

  private static final List<Integer> PER_SECOND = List.of(1_000, 5_000, 10_000, 20_000);
  private static final Duration DELAY = Duration.ofMillis(50);
  private static final long PATIENCE_NANOS = 500_000_000L;
  private static final List<String> THREADS = List.of("parley-links", "parley-datagrams");

  private final long seed;
  private final Consumer<String> progress;

  /**
   * A bench.
   *
   * @param progress told what is measured next
   */
  public RealTimeBench(long seed, Consumer<String> progress) {
    this.seed = seed;
    this.progress = progress;
  }

  /** Measures; takes about 45 s. */
  public RealTimeBenchResult measure() throws IOException, InterruptedException {
    progress.accept("warming up");
    emulator(5_000);
    List<Pace> lateness = new ArrayList<>();
    for (int perSecond : PER_SECOND) {
      progress.accept("lateness at %d packets a second".formatted(perSecond));
      lateness.add(pace(perSecond));
    }
    progress.accept("packets a second");
    return new RealTimeBenchResult(lateness, throughput());
  }

  private record Emulated(LinkTruth truth, long sent, double cpu) {}

  private Pace pace(int perSecond) throws IOException, InterruptedException {
    Emulated emulated = emulator(perSecond);
    LinkTruth truth = emulated.truth();
    return new Pace(
        perSecond,
        emulated.sent(),
        emulated.sent() - truth.delivered(),
        required(truth.lateness()),
        sleeping(perSecond),
        bare(perSecond),
        emulated.cpu());
  }

  private static Spread required(@Nullable Spread lateness) {
    if (lateness == null) {
      throw new IllegalStateException("found no packet that left the emulator");
    }
    return lateness;
  }

  private LoopbackLink link(LinkProfile profile) throws IOException {
    return LoopbackLink.open(
        NetworkProfile.symmetric("bench", "of a bench", profile),
        seed,
        (direction, truth) -> {},
        PreciseTimer.create());
  }

  private Emulated emulator(int perSecond) throws IOException {
    try (LoopbackLink link = link(LinkProfile.IDEAL.withDelay(DELAY));
        PacketDrain drain = new PacketDrain((packet, nanos) -> {});
        PacketStream stream = new PacketStream(BYTES)) {
      link.exit(Direction.UP, drain.address());
      ThreadCpu cpu = new ThreadCpu(THREADS);
      long before = cpu.nanos();
      long start = System.nanoTime();
      long sent = stream.send(perSecond, SECONDS, link.entrance(Direction.UP), nanos -> {});
      double cores = (double) (cpu.nanos() - before) / (System.nanoTime() - start);
      patiently();
      return new Emulated(link.truth(Direction.UP), sent, cores);
    }
  }

  /**
   * One task for each packet on a {@link ScheduledExecutorService}, which sleeps until it is due.
   */
  private static Spread sleeping(int perSecond) throws IOException, InterruptedException {
    LatenessHistogram late = new LatenessHistogram();
    ScheduledExecutorService sleeper = Executors.newSingleThreadScheduledExecutor();
    try (PacketDrain drain = new PacketDrain((packet, nanos) -> {});
        PacketStream stream = new PacketStream(BYTES)) {
      stream.send(
          perSecond,
          SECONDS,
          drain.address(),
          nanos -> schedule(sleeper, nanos + DELAY.toNanos(), late));
      patiently();
    } finally {
      sleeper.shutdownNow();
      sleeper.awaitTermination(5, TimeUnit.SECONDS);
    }
    return late.spread();
  }

  private static void schedule(
      ScheduledExecutorService sleeper, long dueNanos, LatenessHistogram late) {
    var unused =
        sleeper.schedule(
            () -> late.add(System.nanoTime() - dueNanos),
            dueNanos - System.nanoTime(),
            TimeUnit.NANOSECONDS);
  }

  private static Spread bare(int perSecond) throws IOException {
    LatenessHistogram way = new LatenessHistogram();
    try (PacketDrain drain =
            new PacketDrain((packet, nanos) -> way.add(nanos - packet.getLong(0)));
        PacketStream stream = new PacketStream(BYTES)) {
      stream.send(perSecond, SECONDS, drain.address(), nanos -> {});
      patiently();
      return way.spread();
    }
  }

  private Throughput throughput() throws IOException, InterruptedException {
    double bare = bareThroughput();
    WindowedRate rate = new WindowedRate();
    try (LoopbackLink link = link(LinkProfile.IDEAL);
        PacketDrain drain = new PacketDrain((packet, nanos) -> rate.received())) {
      link.exit(Direction.UP, drain.address());
      double emulator = rate.measure(link.entrance(Direction.UP), SECONDS);
      return new Throughput(emulator, bare, rate.lost());
    }
  }

  /** A loop that receives and sends, as little as a relay can do. */
  private static double bareThroughput() throws IOException, InterruptedException {
    WindowedRate rate = new WindowedRate();
    try (PacketDrain drain = new PacketDrain((packet, nanos) -> rate.received());
        PacketStream out = new PacketStream(BYTES);
        PacketDrain relay = new PacketDrain((packet, nanos) -> out.pass(packet, drain.address()))) {
      return rate.measure(relay.address(), SECONDS);
    }
  }

  /** Until what is on its way has come. */
  private static void patiently() {
    try (PreciseTimer timer = PreciseTimer.create()) {
      timer.await(System.nanoTime() + PATIENCE_NANOS);
    }
  }
}
