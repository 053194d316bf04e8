package dev.parley.network.model;

import java.time.Duration;

/**
 * Packets that are held back, so that later ones overtake them.
 *
 * @param share of packets that are held back, 0..1
 * @param heldBack for how long, 0 to 10 s
 */
public record Reorder(double share, Duration heldBack) {
  /** None is. */
  public static final Reorder NONE = new Reorder(0, Duration.ZERO);

  public Reorder {
    Bounds.share("reorder", share);
    Bounds.within("held back", heldBack, Duration.ZERO, Duration.ofSeconds(10));
  }
}
