package dev.parley.harness.bench;

import dev.parley.harness.CallErrored;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that was started and has ended.
 *
 * @param begun when it was started
 * @param wallSeconds from its start to its end
 * @param cpuSeconds user and system time of it and of all that came of it
 * @param exit its exit status
 */
record Launch(Instant begun, double wallSeconds, double cpuSeconds, int exit) {

  /**
   * Runs a program to its end.
   *
   * @param output where standard output and error go
   * @throws CallErrored of kind {@code bench} if it has not ended by the deadline; it is killed
   */
  static Launch run(List<String> command, Path output, Duration deadline)
      throws IOException, InterruptedException {
    Instant begun = Instant.now();
    long from = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try (CpuMeter meter = new CpuMeter(process.toHandle())) {
      process.getOutputStream().close();
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CallErrored(
            "bench",
            "%s had not ended after %d s; its output is in %s"
                .formatted(command.get(0), deadline.toSeconds(), output));
      }
      double wall = (System.nanoTime() - from) / 1e9;
      return new Launch(begun, wall, meter.seconds(), process.exitValue());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
