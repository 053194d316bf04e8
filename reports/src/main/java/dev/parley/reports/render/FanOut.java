package dev.parley.reports.render;

import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows one pass over a log to several reports; one that fails does not take the others along. */
final class FanOut implements RunVisitor {
  private interface Showing {
    void to(RunVisitor visitor) throws IOException;
  }

  private final Map<ReportOutput, RunVisitor> open = new LinkedHashMap<>();
  private final List<Rendered.Failure> failures = new ArrayList<>();

  FanOut(List<ReportOutput> outputs, Path into, Path runDir, ReportOptions options) {
    for (ReportOutput output : outputs) {
      try {
        open.put(output, output.open(into.resolve(output.target()), runDir, options));
      } catch (IOException | RuntimeException e) {
        failures.add(new Rendered.Failure(output.target(), e));
      }
    }
  }

  @Override
  public void start(RunStart start) {
    show(visitor -> visitor.start(start));
  }

  @Override
  public void cell(CellView cell) {
    show(visitor -> visitor.cell(cell));
  }

  @Override
  public void end(RunSummary summary) {
    show(visitor -> visitor.end(summary));
  }

  /** Closes every report that is still well; returns those that could be, which are whole. */
  List<ReportOutput> finish() {
    show(RunVisitor::close);
    List<ReportOutput> whole = List.copyOf(open.keySet());
    open.clear();
    return whole;
  }

  @Override
  public void close() {
    finish();
  }

  List<Rendered.Failure> failures() {
    return List.copyOf(failures);
  }

  void fail(ReportOutput output, Exception cause) {
    failures.add(new Rendered.Failure(output.target(), cause));
  }

  private void show(Showing showing) {
    for (Map.Entry<ReportOutput, RunVisitor> entry : List.copyOf(open.entrySet())) {
      try {
        showing.to(entry.getValue());
      } catch (IOException | RuntimeException e) {
        drop(entry.getKey(), entry.getValue(), e);
      }
    }
  }

  private void drop(ReportOutput output, RunVisitor visitor, Exception cause) {
    open.remove(output);
    try (visitor) {
      fail(output, cause);
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }
}
