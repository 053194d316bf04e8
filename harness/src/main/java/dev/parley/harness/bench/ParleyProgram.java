package dev.parley.harness.bench;

import dev.parley.harness.config.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code parley run} as a program that is run and timed. */
final class ParleyProgram {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<String> parley;
  private final Path folder;

  /**
   * The program.
   *
   * @param parley how it is started, up to its first argument
   */
  ParleyProgram(List<String> parley, Path folder) {
    this.parley = List.copyOf(parley);
    this.folder = folder;
  }

  Round run(String name, Duration window) throws IOException, InterruptedException {
    Idle before = Idle.observe();
    Launch launch = launch(name, window, 1);
    RunTimes times = RunTimes.read(folder.resolve(name));
    return new Round(
        times.outcome(),
        launch.wallSeconds(),
        times.windowSeconds(),
        times.sinceStart(launch.begun(), times.connectedMs()),
        times.sinceStart(launch.begun(), times.firstFrameMs()),
        launch.cpuSeconds(),
        times.sampleCostsMs(),
        before);
  }

  /** Runs the same cell again and again in one run. */
  RunTimes repeat(String name, Duration window, int times)
      throws IOException, InterruptedException {
    launch(name, window, times);
    return RunTimes.read(folder.resolve(name));
  }

  private Launch launch(String name, Duration window, int times)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(parley);
    command.addAll(
        List.of(
            "run",
            "--endpoints",
            "chrome",
            "--scenarios",
            "audio-video",
            "--duration",
            Durations.format(window),
            "--repeat",
            Integer.toString(times),
            "--out",
            folder.resolve(name).toString()));
    Duration deadline = window.plusSeconds(30).multipliedBy(times).plus(PATIENCE);
    return Launch.run(command, folder.resolve(name + ".log"), deadline);
  }
}
