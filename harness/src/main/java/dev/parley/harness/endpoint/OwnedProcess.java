package dev.parley.harness.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A started process that carries the run's mark, in a session of its own, with its output kept. */
public final class OwnedProcess implements AutoCloseable {
  private static final Duration KILL_BOUND = Duration.ofSeconds(3);
  private static final int STEP_MS = 10;
  private static final int LINES = 200;
  private final String name;
  private final Path log;
  private final Process process;
  private final ProcessTree tree;

  private OwnedProcess(String name, Path log, Process process, ProcessTree tree) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.tree = tree;
  }

  /**
   * Starts it.
   *
   * @param environment what is added to our own environment
   * @param log the file that takes its output and errors
   * @throws IOException if it cannot be started
   */
  public static OwnedProcess start(
      OwnedRun run, List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    String child = run.nextChild();
    String name = String.valueOf(Path.of(command.get(0)).getFileName());
    List<String> line = new ArrayList<>(OwnSession.prefix());
    boolean ownSession = !line.isEmpty();
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putAll(environment);
    builder.environment().putAll(OwnedRun.marks(child));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    ProcessIdentity identity =
        ProcessIdentity.of(process.pid())
            .orElseGet(() -> new ProcessIdentity(process.pid(), "ended at once"));
    run.started(identity, name);
    return new OwnedProcess(
        name, log, process, new ProcessTree(identity, ownSession, OwnedRun.CHILD_MARK, child));
  }

  Process process() {
    return process;
  }

  /**
   * Waits until it is ready.
   *
   * @param ready asked again and again
   * @param what what is awaited, for the message
   * @throws EndpointException of kind {@code browser-start} if it ended, {@code driver-hung} if it
   *     was not ready in time
   */
  public void await(Readiness ready, Duration bound, String what) {
    long end = System.nanoTime() + bound.toNanos();
    while (!ready.reached()) {
      if (ended()) {
        throw new EndpointException(
            "browser-start",
            "%s ended with status %d%s".formatted(name, process.exitValue(), said()));
      }
      if (System.nanoTime() > end) {
        throw new EndpointException(
            "driver-hung",
            "%s: no %s within %d s%s".formatted(name, what, bound.toSeconds(), said()));
      }
    }
  }

  /** Something that becomes true. */
  public interface Readiness {
    /** Whether it is so by now; quick. */
    boolean reached();
  }

  private boolean ended() {
    try {
      return process.waitFor(STEP_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EndpointException("interrupted", "interrupted while " + name + " started", e);
    }
  }

  /** The last line of its output, for a message; empty if it said nothing. */
  String said() {
    List<String> lines = lastLines();
    return lines.isEmpty() ? "" : "; its last word: " + lines.get(lines.size() - 1).strip();
  }

  /** The last lines of its output that are not blank. */
  public List<String> lastLines() {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      Deque<String> last = new ArrayDeque<>();
      lines
          .filter(line -> !line.isBlank())
          .forEach(
              line -> {
                last.addLast(line);
                if (last.size() > LINES) {
                  last.removeFirst();
                }
              });
      return List.copyOf(last);
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** Kills it and all that came of it, within 3 s; from any thread. */
  @Override
  public void close() {
    Uninterrupted.run(() -> tree.kill(KILL_BOUND));
  }
}
