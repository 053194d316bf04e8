package dev.parley.reports.view;

import dev.parley.reports.model.RunEvent.RunStart;
import java.io.IOException;

/** Sees a run as its log is read: the start, each cell as it ends, and what it comes to. */
public interface RunVisitor extends AutoCloseable {

  /** The run and its plan; first. */
  void start(RunStart start) throws IOException;

  /** One repetition of one cell; in the order in which they ended, those without a result last. */
  void cell(CellView cell) throws IOException;

  /** What the run comes to; last. */
  void end(RunSummary summary) throws IOException;

  /** Lets go of open files; also called when reading broke off before the end. */
  @Override
  default void close() throws IOException {}
}
