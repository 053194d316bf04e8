package dev.parley.reports.model;

/** The direction in which a metric improves. */
public enum Better {
  HIGHER,
  LOWER,
  /** A figure that describes and does not judge. */
  NEITHER
}
