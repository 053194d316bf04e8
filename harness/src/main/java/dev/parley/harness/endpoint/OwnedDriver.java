package dev.parley.harness.endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.os.ExternalProcess;
import org.openqa.selenium.remote.service.DriverService;

/** A driver's service whose process is ours to know and to end, which Selenium's own is not. */
final class OwnedDriver extends DriverService {
  private static final int CONNECT_MS = 500;
  private final OwnedRun run;
  private final DriverCommand command;
  private final Path log;
  private @Nullable OwnedProcess owned;

  OwnedDriver(OwnedRun run, DriverCommand command, Path log) throws IOException {
    super(
        command.executable().toFile(),
        command.port(),
        command.timeout(),
        command.arguments(),
        environment(command));
    this.run = run;
    this.command = command;
    this.log = log;
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

  private static Map<String, String> environment(DriverCommand command) {
    Map<String, String> all = new HashMap<>(command.environment());
    all.put("SE_OFFLINE", "true");
    all.put("SE_AVOID_STATS", "true");
    return all;
  }

  @Override
  public void start() throws IOException {
    List<String> line = new ArrayList<>(List.of(command.executable().toString()));
    line.addAll(getArgs());
    OwnedProcess started = OwnedProcess.start(run, line, getEnvironment(), log);
    owned = started;
    process =
        new ExternalProcess(
            started.process(), OutputStream.nullOutputStream(), new Thread(() -> {}));
    waitUntilAvailable();
  }

  /** The process, once started. */
  OwnedProcess owned() {
    if (owned == null) {
      throw new IllegalStateException(command.executable() + " was not started");
    }
    return owned;
  }

  @Override
  protected void waitUntilAvailable() {
    owned().await(this::answers, getTimeout(), "answer on port " + command.port());
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(Loopback.at(command.port()), CONNECT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The last lines of its log; none if it was never started. */
  List<String> lastLines() {
    return owned == null ? List.of() : owned.lastLines();
  }

  /** Kills the driver, its browser and all that came of them, within 3 s; from any thread. */
  @Override
  public void stop() {
    if (owned != null) {
      owned.close();
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
