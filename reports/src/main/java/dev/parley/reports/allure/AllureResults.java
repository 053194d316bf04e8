package dev.parley.reports.allure;

import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.ArtefactFiles;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code allure-results/}, one result per attempt; Allure shows the earlier ones as retries.
 *
 * <p>Failed is failed; errored and inconclusive are broken; unsupported and expected failures are
 * skipped.
 */
public final class AllureResults implements ReportOutput {

  @Override
  public String target() {
    return "allure-results";
  }

  @Override
  public RunVisitor open(Path into, Path runDir, ReportOptions options) throws IOException {
    Files.createDirectories(into);
    return new Writing(into, new ArtefactFiles(runDir));
  }

  private static final class Writing implements RunVisitor {
    private final Path folder;
    private final FileSystemResultsWriter writer;
    private final AllureAttachments attachments;
    private @Nullable RunStart run;

    Writing(Path folder, ArtefactFiles files) {
      this.folder = folder;
      this.writer = new FileSystemResultsWriter(folder);
      this.attachments = new AllureAttachments(writer, files);
    }

    @Override
    public void start(RunStart start) {
      run = start;
    }

    @Override
    public void cell(CellView cell) throws IOException {
      AllureCell results =
          new AllureCell(cell, Objects.requireNonNull(run, "a cell came before the run's start"));
      try {
        if (cell.attempts().isEmpty()) {
          writer.write(results.withoutAttempt());
        }
        for (int i = 0; i < cell.attempts().size(); i++) {
          AttemptView attempt = cell.attempts().get(i);
          boolean last = i == cell.attempts().size() - 1;
          boolean passed = attempt.outcome() == Outcome.PASSED;
          TestResult result = results.attempt(attempt, last);
          writer.write(result.setAttachments(attachments.of(attempt, result.getUuid(), !passed)));
        }
      } catch (AllureResultsWriteException e) {
        throw new IOException("cannot write allure-results: " + e.getMessage(), e);
      }
    }

    @Override
    public void end(RunSummary summary) throws IOException {
      AllureRunFiles.write(folder, summary.run());
    }
  }
}
