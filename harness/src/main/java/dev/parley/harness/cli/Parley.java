package dev.parley.harness.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry point. */
@Command(
    name = "parley",
    description = "Puts real browsers into real calls and tells how they went.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      ListCommand.class,
      DoctorCommand.class,
      ServeCommand.class,
      ReportCommand.class,
      BenchCommand.class,
      SetupCommand.class,
      NetworkCommand.class,
      VerifyCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 pass; 1 the product failed; 2 bad usage or configuration; 3 no verdict."
    })
public final class Parley implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /** Runs a command and ends the JVM with its exit status. */
  public static void main(String... arguments) {
    int code =
        commandLine(new PrintWriter(System.err, true, StandardCharsets.UTF_8)).execute(arguments);
    System.exit(ExitCode.toStatus(code));
  }

  static CommandLine commandLine(PrintWriter errors) {
    CommandLine line = new CommandLine(new Parley());
    line.setErr(errors);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(new UsageErrors());
    line.setExecutionExceptionHandler(new UsageErrors());
    return line;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "found no command, expected one; ./parley --help shows them all");
    }
  }
}
