package dev.parley.harness.cli;

import dev.parley.harness.matrix.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stands in the help for what the launcher itself does before there is any Java. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Sets this machine up and runs Parley's own test suite.")
final class VerifyCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    throw new UsageException("'verify' is the launcher's: start it as ./parley verify");
  }
}
