package dev.parley.harness.endpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The program of a server that a call can have for a far end. */
public enum ServerProgram {
  /** coturn's, for STUN and TURN. */
  TURNSERVER("turnserver"),
  /** Janus, a media server. */
  JANUS("janus");

  private final String executable;

  ServerProgram(String executable) {
    this.executable = executable;
  }

  /** Where it is installed; empty if it is not on {@code PATH}. */
  public Optional<Path> find() {
    return find(Machine.current());
  }

  Optional<Path> find(Machine machine) {
    return machine.onPath(executable).stream().filter(Files::isExecutable).findFirst();
  }

  /** The name of its executable. */
  public String executable() {
    return executable;
  }
}
