package dev.parley.harness.bench;

import dev.parley.harness.CallErrored;
import dev.parley.harness.endpoint.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@link BareCall} as a program that is run and timed. */
final class BareProgram {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<String> java;
  private final Endpoint chrome;
  private final Path folder;

  /**
   * A program that runs in a JVM of its own.
   *
   * @param java the JVM's command line before the main class
   */
  BareProgram(List<String> java, Endpoint chrome, Path folder) {
    this.java = List.copyOf(java);
    this.chrome = chrome;
    this.folder = folder;
  }

  Round run(String name, Duration window) throws IOException, InterruptedException {
    Path found = folder.resolve(name + ".json");
    Path output = folder.resolve(name + ".log");
    List<String> command = new ArrayList<>(java);
    command.add(BareCall.class.getName());
    command.add(chrome.binary().toString());
    command.add(chrome.driver().toString());
    command.add(Long.toString(window.toSeconds()));
    command.add(found.toString());
    Idle before = Idle.observe();
    Launch launch = Launch.run(command, output, window.plus(PATIENCE));
    if (launch.exit() != 0) {
      throw new CallErrored(
          "bench",
          "the bare program ended with status %d; its output is in %s"
              .formatted(launch.exit(), output));
    }
    JsonNode result = new ObjectMapper().readTree(Files.readString(found));
    return new Round(
        "done",
        launch.wallSeconds(),
        result.path("windowSeconds").asDouble(),
        latest(result, "connected", launch),
        latest(result, "firstFrame", launch),
        launch.cpuSeconds(),
        List.of(),
        before);
  }

  /** When the later of the two had come to this, in seconds from the program's start. */
  private static @Nullable Double latest(JsonNode result, String what, Launch launch) {
    double last = Double.NEGATIVE_INFINITY;
    for (JsonNode participant : result.path("participants")) {
      last = Math.max(last, participant.path(what).asDouble(Double.NaN));
    }
    return Double.isFinite(last) ? (last - launch.begun().toEpochMilli()) / 1000 : null;
  }
}
