package dev.parley.reports.view;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.RunEvent.LossCompared;
import dev.parley.reports.model.RunEvent.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A participant's network: what was planned, and what the log says of its emulation.
 *
 * @param planned the network's name in the plan; absent for a participant that the plan does not
 *     know
 * @param link the emulated link as it was asked for; absent where nothing was emulated
 * @param links its directions, the uplink first; only those of which the log says anything
 * @param losses the streams that it received
 */
public record NetworkView(
    @Nullable String planned,
    @Nullable Network link,
    List<LinkView> links,
    List<LossCompared> losses) {
  /** Whether the log shows that a network was emulated. */
  public boolean isEmulated() {
    return !links.isEmpty();
  }

  /** The network's name; {@code direct} where none was asked for. */
  public String name() {
    if (link != null) {
      return link.network();
    }
    return planned == null ? CellId.DIRECT : planned;
  }

  /** Whether none was asked for and none was emulated. */
  public boolean isDirect() {
    return link == null && !isEmulated() && name().equals(CellId.DIRECT);
  }

  /** What was applied in a few words, and never that something was of which the log is silent. */
  public String text() {
    if (isEmulated()) {
      return link == null ? name() : name() + ", emulated by " + link.backend();
    }
    return isDirect()
        ? "direct, no emulation"
        : name() + " was asked for, but the log does not say that it was applied";
  }
}
