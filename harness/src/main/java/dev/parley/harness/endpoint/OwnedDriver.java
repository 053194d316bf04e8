package dev.parley.harness.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.os.ExternalProcess;
import org.openqa.selenium.remote.service.DriverService;

/**
 * A driver's process in a session of its own, marked as ours and known by its number, which
 * Selenium's own start would not tell.
 */
final class OwnedDriver extends DriverService {
  private static final Duration KILL_BOUND = Duration.ofSeconds(3);
  private static final int CONNECT_MS = 500;
  private final OwnedRun run;
  private final String executable;
  private final String name;
  private final Path log;
  private final String child;
  private @Nullable Process started;
  private @Nullable ProcessTree tree;

  OwnedDriver(OwnedRun run, DriverCommand command, Path log, String child) throws IOException {
    super(
        command.executable().toFile(),
        command.port(),
        command.timeout(),
        command.arguments(),
        environment(command.environment(), child));
    this.run = run;
    this.executable = command.executable().toString();
    this.name = String.valueOf(command.executable().getFileName());
    this.log = log;
    this.child = child;
  }

  /**
   * How a driver is to be started.
   *
   * @param environment what is added to our own environment
   * @param timeout the longest until it must answer on its port
   */
  record DriverCommand(
      Path executable,
      int port,
      List<String> arguments,
      Map<String, String> environment,
      Duration timeout) {
    DriverCommand {
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }
  }

  private static Map<String, String> environment(Map<String, String> added, String child) {
    Map<String, String> all = new HashMap<>(added);
    all.putAll(OwnedRun.marks(child));
    all.put("SE_OFFLINE", "true");
    all.put("SE_AVOID_STATS", "true");
    return all;
  }

  @Override
  public void start() throws IOException {
    List<String> line = new ArrayList<>(OwnSession.prefix());
    boolean ownSession = !line.isEmpty();
    line.add(executable);
    line.addAll(getArgs());
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putAll(getEnvironment());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    started = process;
    ProcessIdentity identity =
        ProcessIdentity.of(process.pid())
            .orElseThrow(() -> new IOException(name + " ended at once" + said()));
    tree = new ProcessTree(identity, ownSession, OwnedRun.CHILD_MARK, child);
    run.started(identity, name);
    this.process =
        new ExternalProcess(process, OutputStream.nullOutputStream(), new Thread(() -> {}));
    waitUntilAvailable();
  }

  /** The process, once started. */
  Process process() {
    if (started == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return started;
  }

  @Override
  protected void waitUntilAvailable() {
    Process process = process();
    long end = System.nanoTime() + getTimeout().toNanos();
    while (!answers()) {
      if (awaitExit(process)) {
        throw new EndpointException(
            "browser-start", "%s ended with %d%s".formatted(name, process.exitValue(), said()));
      }
      if (System.nanoTime() > end) {
        throw new EndpointException(
            "driver-hung",
            "%s did not open its port %d within %d s%s"
                .formatted(name, getUrl().getPort(), getTimeout().toSeconds(), said()));
      }
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", getUrl().getPort()), CONNECT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean awaitExit(Process process) {
    try {
      return process.waitFor(10, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EndpointException("interrupted", "interrupted while a driver started", e);
    }
  }

  /** The last line of its log, for a message. */
  String said() {
    try {
      List<String> lines =
          Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
              .filter(line -> !line.isBlank())
              .toList();
      return lines.isEmpty() ? "" : ", its last word: " + lines.get(lines.size() - 1).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** Kills the driver, its browser and all that came of them, within 3 s; from any thread. */
  @Override
  public void stop() {
    if (tree != null) {
      tree.kill(KILL_BOUND);
    }
  }

  @Override
  public String getDriverProperty() {
    return "parley.driver";
  }

  @Override
  protected String getDriverEnvironmentVariable() {
    return "PARLEY_DRIVER";
  }
}
