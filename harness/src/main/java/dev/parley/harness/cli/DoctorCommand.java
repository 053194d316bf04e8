package dev.parley.harness.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** x. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return ExitCode.NO_VERDICT;
  }
}
