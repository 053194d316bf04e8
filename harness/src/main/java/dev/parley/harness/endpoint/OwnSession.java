package dev.parley.harness.endpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Puts a child into a session and process group of its own, so that a terminal's Ctrl-C reaches
 * Parley alone and a recorded interruption is never taken for a browser's crash.
 *
 * <p>{@code setsid} keeps the process number, as our children lead no group. macOS and Windows have
 * no such command: there a child stays in our group and is ended by descent.
 */
final class OwnSession {
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private OwnSession() {}

  /** What comes before the command line; empty where there is no such thing. */
  static List<String> prefix() {
    return SETSID.stream().filter(Files::isExecutable).limit(1).map(Path::toString).toList();
  }
}
