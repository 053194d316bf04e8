package dev.parley.harness.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A folder that plays a machine: scripts for executables, a home, a place for runs. */
final class Sandbox implements AutoCloseable {
  private final Path root;

  Sandbox() {
    try {
      root = Files.createTempDirectory("sandbox").toRealPath();
      Files.createDirectories(path("home"));
      Files.createDirectories(path("bin"));
      Files.createDirectories(path("tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String relative) {
    return root.resolve(relative);
  }

  /** A shell script, executable. */
  Path script(String relative, String... lines) {
    return write(relative, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
  }

  /** A script that only tells its version. */
  Path tool(String relative, String said) {
    return script(relative, "echo '" + said + "'");
  }

  Path write(String relative, String text) {
    try {
      Path file = path(relative);
      Files.createDirectories(file.getParent() == null ? root : file.getParent());
      Files.writeString(file, text);
      if (!file.toFile().setExecutable(true)) {
        throw new IOException("cannot make executable: " + file);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Machine machine(Machine.Os os, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.putIfAbsent("PATH", path("bin").toString());
    return new Machine(os, environment, path("home"), root);
  }

  OwnedRun run() {
    return OwnedRun.begin(path("owned"), path("tmp"));
  }

  @Override
  public void close() {
    Folders.delete(root);
  }
}
