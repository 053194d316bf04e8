package dev.parley.harness.endpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Looks over the live processes for those that carry a mark in their environment. */
final class ProcessTable {
  private static final Path PROC = Path.of("/proc");

  private ProcessTable() {}

  /**
   * The processes whose environment holds {@code name=value}, but not this one; empty where the
   * system shows no environment (macOS, Windows).
   */
  static Set<ProcessIdentity> carrying(String name, String value) {
    Set<ProcessIdentity> found = new HashSet<>();
    if (!Files.isReadable(PROC.resolve("self/environ"))) {
      return found;
    }
    long self = ProcessHandle.current().pid();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path entry : entries) {
        long pid = Long.parseLong(String.valueOf(entry.getFileName()));
        if (pid != self && carries(entry, name + "=" + value)) {
          ProcessIdentity.of(pid).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      return found;
    }
    return found;
  }

  /** The live processes of a session, whose leader may be gone; empty but on Linux. */
  static Set<ProcessIdentity> ofSession(long session) {
    Set<ProcessIdentity> found = new HashSet<>();
    if (!Files.isReadable(PROC.resolve("self/stat"))) {
      return found;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path entry : entries) {
        if (sessionOf(entry) == session) {
          ProcessIdentity.of(Long.parseLong(String.valueOf(entry.getFileName())))
              .ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      return found;
    }
    return found;
  }

  private static long sessionOf(Path entry) {
    try {
      return ProcStat.parse(Files.readString(entry.resolve("stat"))).session();
    } catch (IOException e) {
      return -1;
    }
  }

  private static boolean carries(Path entry, String wanted) {
    try {
      String text =
          new String(Files.readAllBytes(entry.resolve("environ")), StandardCharsets.UTF_8);
      return ("\0" + text + "\0").contains("\0" + wanted + "\0");
    } catch (IOException e) {
      return false;
    }
  }
}
