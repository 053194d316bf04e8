package dev.parley.harness.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows and checks emulated networks. */
@Command(
    name = "network",
    mixinStandardHelpOptions = true,
    description = "Shows emulated networks, and checks what they do.",
    subcommands = {NetworkListCommand.class, NetworkShowCommand.class, NetworkCheckCommand.class})
final class NetworkCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "found no subcommand, expected list, show or check");
    }
  }
}
