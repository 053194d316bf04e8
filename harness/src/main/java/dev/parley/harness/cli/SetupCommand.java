package dev.parley.harness.cli;

import dev.parley.harness.matrix.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the help for what the launcher itself does before there is any Java. */
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    description = "Makes this machine able to run: browsers, drivers, sound.")
final class SetupCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    throw new UsageException("'setup' is the launcher's: start it as ./parley setup");
  }
}
