package dev.parley.harness.server;

import dev.parley.harness.endpoint.EndpointException;
import dev.parley.harness.endpoint.OwnedProcess;
import dev.parley.harness.endpoint.OwnedRun;
import dev.parley.harness.endpoint.ServerProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server's process on a port that was free, with its files in the run's folder. */
final class ServerProcess implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(20);
  private static final int LINES_TOLD = 12;
  private final OwnedProcess process;
  private final int port;

  private ServerProcess(OwnedProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** What a server is started with, and how it is known to be ready. */
  interface Setup {
    /** Writes its configuration into a folder of its own; returns its arguments. */
    List<String> configure(Path folder, int port) throws IOException;

    /** Whether it answers by now; takes no more than a second. */
    boolean answers(int port);
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param listen the address that it listens on
   * @throws ServerException if it is not installed, ends, or does not answer within 20 s; with what
   *     its log said last
   */
  static ServerProcess start(OwnedRun run, ServerProgram program, InetAddress listen, Setup setup) {
    Path executable =
        program
            .find()
            .orElseThrow(
                () ->
                    new ServerException(
                        "no %s on PATH: run `./parley setup`".formatted(program.executable())));
    int port = Ports.free(listen);
    try {
      Path folder = Files.createTempDirectory(run.folder(), program.executable());
      List<String> line = new ArrayList<>(List.of(executable.toString()));
      line.addAll(setup.configure(folder, port));
      OwnedProcess process = OwnedProcess.start(run, line, Map.of(), folder.resolve("log"));
      return awaited(new ServerProcess(process, port), setup);
    } catch (IOException e) {
      throw new ServerException(
          "%s could not be started: %s".formatted(executable, e.getMessage()), e);
    }
  }

  private static ServerProcess awaited(ServerProcess started, Setup setup) {
    try {
      started.process.await(
          () -> setup.answers(started.port), READY, "answer on port " + started.port);
      return started;
    } catch (EndpointException e) {
      List<String> log = started.log();
      started.close();
      throw new ServerException(
          "%s; its log:%n  %s"
              .formatted(
                  e.getMessage(),
                  String.join(
                      System.lineSeparator() + "  ",
                      log.subList(Math.max(0, log.size() - LINES_TOLD), log.size()))),
          e);
    }
  }

  int port() {
    return port;
  }

  /** The last lines of its log, at most 200. */
  List<String> log() {
    return process.lastLines();
  }

  @Override
  public void close() {
    process.close();
  }
}
