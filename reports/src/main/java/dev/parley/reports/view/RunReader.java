package dev.parley.reports.view;

import dev.parley.reports.log.EventLogReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads a run's log once, holding only the cells that are open. */
public final class RunReader {
  private final EventLogReader reader = new EventLogReader();
  private final ExitRule rule;

  /** A reader that judges runs by this rule. */
  public RunReader(ExitRule rule) {
    this.rule = rule;
  }

  /**
   * Shows a run to a visitor; a planned cell without a result comes last and is errored.
   *
   * @throws dev.parley.reports.log.UnreadableLogException if the file is no log that can be read
   * @throws IOException if reading fails, or the visitor
   */
  public RunSummary read(Path runJsonl, RunVisitor visitor) throws IOException {
    RunAssembly assembly = new RunAssembly(rule, visitor);
    try {
      reader.read(runJsonl, assembly::accept, assembly::problem);
      return assembly.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
