package dev.parley.harness.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists every network that can be asked for. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists every network that can be asked for by name.")
final class NetworkListCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private NetworkOptions options = new NetworkOptions();

  @Option(names = "--all", description = "Also each network of RFC 8868's grid.")
  private boolean all;

  @Override
  public Integer call() {
    PrintWriter out = Commands.out(spec);
    new NetworkTable(all).print(options.catalogue(Path.of("")).all(), out);
    out.flush();
    return ExitCode.PASS;
  }
}
