package dev.parley.harness.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A private PulseAudio server with a sink that swallows all: Firefox starts no AudioContext on a
 * machine without an audio output. It listens on a socket in the run's folder that only its
 * environment names, so that nothing else on the machine hears of it.
 */
public final class PulseSink implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(5);
  private final OwnedProcess daemon;
  private final Path socket;

  private PulseSink(OwnedProcess daemon, Path socket) {
    this.daemon = daemon;
    this.socket = socket;
  }

  /**
   * What came of the attempt.
   *
   * @param sink the server, if it runs
   * @param reason why there is none, to be noted where it matters; empty if there is one
   */
  public record Attempt(Optional<PulseSink> sink, String reason) {

    /** What Firefox is to be given; empty without a server. */
    public Map<String, String> environment() {
      return sink.map(PulseSink::environment).orElse(Map.of());
    }
  }

  /** Starts one for a run; never throws for want of a server. */
  public static Attempt start(OwnedRun run) {
    return start(run, Machine.current());
  }

  static Attempt start(OwnedRun run, Machine machine) {
    if (machine.os() != Machine.Os.LINUX) {
      return absent("sound servers of our own are for Linux alone");
    }
    Optional<Path> executable = find(machine);
    if (executable.isEmpty()) {
      return absent("pulseaudio is not installed: `./parley setup` installs it");
    }
    Path folder = run.folder().resolve("pulse");
    Path socket = folder.resolve("socket");
    OwnedProcess daemon = null;
    try {
      Files.createDirectories(folder);
      daemon =
          OwnedProcess.start(
              run, command(executable.get(), socket), homes(folder), folder.resolve("log"));
      daemon.await(() -> Files.exists(socket), READY, "socket");
      return new Attempt(Optional.of(new PulseSink(daemon, socket)), "");
    } catch (IOException | EndpointException e) {
      if (daemon != null) {
        daemon.close();
      }
      return absent("pulseaudio did not start: " + e.getMessage());
    }
  }

  /** The executable, where it is installed. */
  static Optional<Path> find(Machine machine) {
    return machine.onPath("pulseaudio").stream().filter(Files::isExecutable).findFirst();
  }

  /** What a process needs in its environment to play to this server. */
  public Map<String, String> environment() {
    Map<String, String> all = new HashMap<>();
    all.put("PULSE_SERVER", "unix:" + socket);
    all.put("PULSE_COOKIE", socket.resolveSibling("cookie").toString());
    return all;
  }

  @Override
  public void close() {
    daemon.close();
  }

  private static List<String> command(Path executable, Path socket) {
    return List.of(
        executable.toString(),
        "--daemonize=no",
        "--use-pid-file=no",
        "--exit-idle-time=-1",
        "--realtime=no",
        "--high-priority=no",
        "--log-target=stderr",
        "-n",
        "-L",
        "module-null-sink sink_name=parley rate=48000",
        "-L",
        "module-native-protocol-unix auth-anonymous=1 socket=" + socket);
  }

  private static Map<String, String> homes(Path folder) {
    String home = folder.toString();
    return Map.of(
        "HOME", home,
        "XDG_RUNTIME_DIR", home,
        "XDG_CONFIG_HOME", home,
        "PULSE_RUNTIME_PATH", home,
        "PULSE_STATE_PATH", home,
        "PULSE_COOKIE", folder.resolve("cookie").toString());
  }

  private static Attempt absent(String reason) {
    return new Attempt(Optional.empty(), reason);
  }
}
