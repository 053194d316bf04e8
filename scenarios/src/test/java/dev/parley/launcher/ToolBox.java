package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a few of this machine's tools and nothing else, to be the whole of PATH. */
final class ToolBox implements AutoCloseable {
  private static final List<String> TOOLS =
      List.of(
          "basename",
          "cat",
          "cksum",
          "cp",
          "date",
          "dirname",
          "find",
          "flock",
          "grep",
          "head",
          "id",
          "kill",
          "ln",
          "ls",
          "mkdir",
          "mv",
          "printf",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "sort",
          "tail",
          "tr",
          "uname");

  private final Path folder;

  private ToolBox(Path folder) {
    this.folder = folder;
  }

  /**
   * A tool box whose locks are made in this way: by the tool of that name, or by a symbolic link.
   */
  static ToolBox with(String lock) throws IOException {
    Path folder = Files.createTempDirectory("parley-tools");
    for (String tool : TOOLS) {
      if (tool.equals("flock") && !lock.equals(tool)) {
        continue;
      }
      for (Path place : List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool))) {
        if (Files.exists(place) && !Files.exists(folder.resolve(tool))) {
          Files.createSymbolicLink(folder.resolve(tool), place);
        }
      }
    }
    return new ToolBox(folder);
  }

  /** The value for PATH. */
  String path() {
    return folder.toString();
  }

  /** Puts a script in, in the place of a tool of the machine's where it has the name of one. */
  void script(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
