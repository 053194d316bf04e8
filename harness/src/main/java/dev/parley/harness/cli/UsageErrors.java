package dev.parley.harness.cli;

import dev.parley.harness.matrix.UsageException;
import java.util.List;
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
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        return "; the nearest is '" + near.get(0) + "'";
      }
    }
    return "; ./parley " + e.getCommandLine().getCommandName() + " --help shows what there is";
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
