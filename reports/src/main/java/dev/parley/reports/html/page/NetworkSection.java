package dev.parley.reports.html.page;

import dev.parley.reports.html.page.AttemptSection.ChartFigure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The emulated networks of an attempt.
 *
 * @param access each participant's network in words
 * @param links what was asked of each link against what it achieved; without columns where nothing
 *     was emulated
 * @param charts what the links carried over time
 * @param losses loss as browsers saw it against loss as it was applied
 * @param proof how the emulator itself fared; empty where nothing was emulated
 * @param changes what held on each link, from when on and why
 */
public record NetworkSection(
    List<Access> access,
    PropertyTable links,
    List<ChartFigure> charts,
    List<LossRow> losses,
    List<Proof> proof,
    List<ChangeRow> changes) {

  /** Whether anything was emulated. */
  public boolean emulated() {
    return !links.heads().isEmpty();
  }

  /**
   * A participant's network.
   *
   * @param text what was applied, in a few words
   * @param detail the network in words, its seed, and who shares it; empty where none was emulated
   */
  public record Access(String participant, int colour, String text, String detail) {}

  /**
   * One received stream.
   *
   * @param seen absent where the browser does not report it
   * @param applied absent where no packet was on its way
   * @param difference in points; absent where one of the two is
   * @param kind the class and icon of the verdict; empty where there is none
   * @param verdict in a word or two
   */
  public record LossRow(
      String who,
      int colour,
      String stream,
      @Nullable String seen,
      @Nullable String applied,
      @Nullable String difference,
      String kind,
      String verdict) {}

  /**
   * A line of evidence.
   *
   * @param kind the class and icon of the verdict
   */
  public record Proof(String kind, String name, String text) {}

  /** What held from a moment on; the time is in seconds since the call's start. */
  public record ChangeRow(
      String time, String who, int colour, String direction, String state, String why) {}
}
