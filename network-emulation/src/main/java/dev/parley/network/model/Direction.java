package dev.parley.network.model;

/** A direction of an access link, as its participant sees it. */
public enum Direction {
  /** From the participant. */
  UP,
  /** To the participant. */
  DOWN;

  /** The word for it in logs and files: {@code up} or {@code down}. */
  public String word() {
    return this == UP ? "up" : "down";
  }
}
