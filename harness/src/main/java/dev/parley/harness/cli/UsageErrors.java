package dev.parley.harness.cli;

import dev.parley.harness.matrix.NameDistance;
import dev.parley.harness.matrix.UsageException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says a user's mistake in one line, and anything else without pretending to a verdict. */
final class UsageErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(UsageErrors.class);

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    String message =
        e.getCause() instanceof UsageException cause
            ? String.valueOf(cause.getMessage())
            : String.valueOf(e.getMessage());
    line.getErr().println("parley: " + firstLine(message) + suggestion(e));
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    String said = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
    line.getErr().println("parley: " + firstLine(said));
    if (e instanceof UsageException || e instanceof ParameterException) {
      return ExitCode.USAGE;
    }
    LOG.info("{} ended early", line.getCommandName(), e);
    return ExitCode.NO_VERDICT;
  }

  private static String suggestion(ParameterException e) {
    CommandLine line = e.getCommandLine();
    Optional<String> near =
        e instanceof UnmatchedArgumentException unmatched ? nearest(unmatched) : Optional.empty();
    String command = line.getParent() == null ? "" : line.getCommandName() + " ";
    return near.map(name -> "; the nearest is '" + name + "'")
        .orElse("; ./parley " + command + "--help shows what there is");
  }

  private static Optional<String> nearest(UnmatchedArgumentException e) {
    List<String> options = e.getSuggestions();
    String found = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().get(0);
    return options.isEmpty() && !e.isUnknownOption()
        ? NameDistance.nearest(found, e.getCommandLine().getSubcommands().keySet())
        : options.stream().findFirst();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
