package dev.parley.scenarios;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds processes by the mark that a run puts into their environment; on Linux. */
final class OwnProcesses {
  private static final String MARK = "PARLEY_RUN=";

  private OwnProcesses() {}

  /** The mark that the children of a process carry. */
  static String markerOfChildren(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .flatMap(child -> marker(child.pid()).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no child of " + pid + " carries a mark"));
  }

  /** The processes that carry a mark. */
  static List<Long> carrying(String marker) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> marker(pid).filter(marker::equals).isPresent())
        .toList();
  }

  private static Optional<String> marker(long pid) {
    try {
      String environment =
          Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
      return Arrays.stream(environment.split("\0", -1))
          .filter(entry -> entry.startsWith(MARK))
          .map(entry -> entry.substring(MARK.length()))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
