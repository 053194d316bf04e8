package dev.parley.scenarios;

import dev.parley.reports.log.EventLogReader;
import dev.parley.reports.model.LoggedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A whole Parley in a process of its own, as a user starts it; killed when closed. */
final class ParleyProcess implements AutoCloseable {

  /** The status by which Java says that the product failed; the launcher makes it 1. */
  static final int PRODUCT_FAILED = 41;

  static final int NO_VERDICT = 3;

  private final Process process;
  private final Path out;
  private final Path console;

  private ParleyProcess(Process process, Path out, Path console) {
    this.process = process;
    this.out = out;
    this.console = console;
  }

  /** Starts {@code parley run} with these arguments, its results below a folder. */
  static ParleyProcess run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    Path out = folder.resolve("out");
    Path console = folder.resolve("console.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("dev.parley.harness.cli.Parley");
    command.add("run");
    command.addAll(List.of(arguments));
    command.addAll(List.of("--out", out.toString(), "--seed", "1"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(console.toFile());
    return new ParleyProcess(builder.start(), out, console);
  }

  /** Waits for its end; returns its exit status. */
  int end(long seconds) throws InterruptedException, IOException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("Parley did not end within " + seconds + " s: " + said());
    }
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  /** Asks it to end, as Ctrl-C does. */
  void terminate() {
    process.destroy();
  }

  /** Kills it without a chance to clean up. */
  void kill() {
    process.destroyForcibly();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it wrote to the terminal. */
  String said() throws IOException {
    return Files.exists(console) ? Files.readString(console) : "";
  }

  /** The results' folder. */
  Path out() {
    return out;
  }

  /** The events in its log so far. */
  List<LoggedEvent> events() throws IOException {
    Path log = out.resolve("run.jsonl");
    List<LoggedEvent> events = new ArrayList<>();
    if (Files.exists(log) && Files.size(log) > 0) {
      new EventLogReader().read(log, events::add, problem -> {});
    }
    return events;
  }

  @Override
  public void close() throws IOException {
    if (process.isAlive()) {
      process.destroy();
      try {
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
