package dev.parley.reports.junit;

import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code junit.xml} in the shape that Jenkins and Surefire read.
 *
 * <p>Failed is a failure; errored and inconclusive are errors; unsupported and expected failures
 * are skipped with the reason; a flaky cell passes and holds Surefire's {@code flakyFailure}.
 */
public final class JUnitXml implements ReportOutput {

  @Override
  public String target() {
    return "junit.xml";
  }

  @Override
  public RunVisitor open(Path into, Path runDir, ReportOptions options) {
    return new Gathering(into);
  }

  private static final class Gathering implements RunVisitor {
    private final Path into;
    private final SortedMap<String, List<TestCase>> suites = new TreeMap<>();
    private @Nullable RunStart run;

    Gathering(Path into) {
      this.into = into;
    }

    @Override
    public void start(RunStart start) {
      run = start;
    }

    @Override
    public void cell(CellView cell) {
      TestCase test =
          TestCase.of(cell, Objects.requireNonNull(run, "a cell came before the run's start"));
      suites.computeIfAbsent(test.suite(), suite -> new ArrayList<>()).add(test);
    }

    @Override
    public void end(RunSummary summary) throws IOException {
      try (OutputStream file = Files.newOutputStream(into)) {
        new JUnitDocument(file, summary.run()).write(suites);
      } catch (XMLStreamException e) {
        throw new IOException("cannot write junit.xml: " + e.getMessage(), e);
      }
    }
  }
}
