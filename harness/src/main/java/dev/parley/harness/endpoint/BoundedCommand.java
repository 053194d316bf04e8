package dev.parley.harness.endpoint;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a short command, its input empty, and ends it when its time is up. */
final class BoundedCommand {
  private final Duration deadline;

  BoundedCommand(Duration deadline) {
    this.deadline = deadline;
  }

  /** What a command said, on both of its outputs. */
  record Answer(int status, String text) {}

  /** Runs it; empty if it could not be started or did not end in time. */
  Optional<Answer> run(List<String> command) {
    Path output = null;
    Process process = null;
    try {
      output = Files.createTempFile("parley-command", ".txt");
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      return Optional.of(new Answer(process.exitValue(), text));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      end(process, output);
    }
  }

  private static void end(@Nullable Process process, @Nullable Path output) {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (output != null) {
      File file = output.toFile();
      if (!file.delete()) {
        file.deleteOnExit();
      }
    }
  }
}
