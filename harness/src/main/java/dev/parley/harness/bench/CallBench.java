package dev.parley.harness.bench;

import dev.parley.harness.CallErrored;
import dev.parley.harness.endpoint.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs Parley and a bare Selenium program in turns, and compares them. */
public final class CallBench {
  private static final Duration WARM_WINDOW = Duration.ofSeconds(3);

  private final ParleyProgram parley;
  private final BareProgram bare;
  private final Consumer<String> progress;

  /**
   * A comparison on this machine.
   *
   * @param programs how the two are started
   * @param chrome the browser that both use
   * @param folder where their results go
   * @param progress told what is done next
   */
  public CallBench(Programs programs, Endpoint chrome, Path folder, Consumer<String> progress) {
    this.parley = new ParleyProgram(programs.parley(), folder);
    this.bare = new BareProgram(programs.bare(), chrome, folder);
    this.progress = progress;
  }

  /**
   * How programs are started.
   *
   * @param parley Parley's command line, up to its first argument
   * @param bare the bare program's, up to its main class
   */
  public record Programs(List<String> parley, List<String> bare) {
    public Programs {
      parley = List.copyOf(parley);
      bare = List.copyOf(bare);
    }
  }

  /**
   * Measures.
   *
   * @param rounds how often each program is run, at least 1
   * @param warmCells how many warm cells are run, 0 for none
   * @throws CallErrored of kind {@code bench} if a program does not do its work
   */
  public CallBenchResult measure(Duration window, int rounds, int warmCells)
      throws IOException, InterruptedException {
    List<Round> ours = new ArrayList<>();
    List<Round> theirs = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      progress.accept("round %d of %d: parley run".formatted(round, rounds));
      ours.add(parley.run("parley-" + round, window));
      progress.accept("round %d of %d: bare program".formatted(round, rounds));
      theirs.add(bare.run("bare-" + round, window));
    }
    if (warmCells == 0) {
      return new CallBenchResult(window, ours, theirs, List.of(), 0);
    }
    progress.accept("%d warm cells after a cold one".formatted(warmCells));
    Duration shorter = window.compareTo(WARM_WINDOW) < 0 ? window : WARM_WINDOW;
    RunTimes warm = parley.repeat("warm", shorter, warmCells + 1);
    return new CallBenchResult(window, ours, theirs, warm.warmOverheads(), warm.warmParticipants());
  }
}
