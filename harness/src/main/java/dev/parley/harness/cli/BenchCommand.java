package dev.parley.harness.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what Parley itself costs. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures what Parley itself costs.",
    subcommands = {BenchCallCommand.class, BenchNetworkCommand.class})
final class BenchCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "found no benchmark, expected call or network");
    }
  }
}
