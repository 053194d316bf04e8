package dev.parley.harness.schedule;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;

/** Told how a run gets on. */
public interface Progress {

  /** The run begins. */
  void planned(Plan plan);

  /** An attempt begins. */
  void began(AttemptKey key);

  /** A repetition of a cell has its outcome. */
  void ended(CellId cell, int repetition, Outcome outcome, String reason, double seconds);
}
