package dev.parley.harness.stats;

import dev.parley.reports.model.RunEvent;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether the machine could keep up while a call was measured.
 *
 * @param limits from where on it could not
 */
public record HostJudge(Limits limits) {

  /**
   * From where on a host counts as starved.
   *
   * @param cpu the median share of all cores in use, 0..1, that leaves nothing to spare
   * @param pressure the median share of time in which a task waited for a CPU, 0..1
   * @param timerLateMs the 95 % quantile of a timer's lateness in ms, in the page or the JVM
   * @param limitedByCpu the share of the window in which an encoder was limited by the CPU, 0..1
   * @param sourceRatio the least share of the asked frames that a source must have given, 0..1
   */
  public record Limits(
      double cpu, double pressure, double timerLateMs, double limitedByCpu, double sourceRatio) {
    /** Starting points, to be tuned by measurement. */
    public static final Limits DEFAULT = new Limits(0.98, 0.6, 200, 0.1, 0.9);
  }

  /**
   * Why the host counts as starved; empty where nothing says so.
   *
   * @param host the machine's health within the window
   * @param pages the pages' timer lateness within the window, all participants
   * @param senders the sent streams of all participants over the window
   * @param askedFrameRate the video frame rate asked of every source in 1/s; 0 where none was
   */
  public Optional<String> starved(
      List<RunEvent.HostHealth> host,
      List<RunEvent.PageHealth> pages,
      List<OutboundFlow> senders,
      double askedFrameRate) {
    return Optional.empty();
  }
}
