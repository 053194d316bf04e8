package dev.parley.harness;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Metric;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One call of one cell: what a scenario acts on and judges. */
public interface Call {

  /** The cell that this call belongs to. */
  CellId cell();

  /** Everybody in the call, the offerer first. */
  List<Participant> participants();

  /** The participant that makes the first offer. */
  default Participant offerer() {
    return participants().get(0);
  }

  /** The participant that answers, in a call of two. */
  default Participant answerer() {
    return participants().get(1);
  }

  /**
   * The network that the call goes over, as a user names it: {@code direct}, {@code loss-5} or
   * {@code 3g@offerer}.
   */
  String network();

  /** Whether nothing is emulated: then nobody has a {@link Participant#link()}. */
  default boolean isDirect() {
    return network().equals("direct");
  }

  /**
   * Starts the schedules of all links, once; later calls do nothing, and neither does one on {@code
   * direct}.
   *
   * <p>Without it they start with the first measured window, once media flows; in a call without
   * media, once it is connected.
   */
  void startNetworkSchedule();

  /** From now on schedules start by {@link #startNetworkSchedule} alone. */
  void holdNetworkSchedule();

  /** How long the user wants calls to be measured. */
  Duration duration();

  /** Connects everybody with sound and picture made in the pages. */
  default void connect() {
    connect(Media.audioVideo());
  }

  /**
   * Connects everybody: the declared offerers offer, and every connection must reach {@code
   * connected}.
   *
   * @throws CallFailed if one does not although the browsers are well
   */
  void connect(Media media);

  /** Measures for {@link #duration()}. */
  default MeasuredWindow measure() {
    return measure(duration());
  }

  /** Waits until media flows on every path, then measures for this long. */
  MeasuredWindow measure(Duration duration);

  /** Begins a check, as in {@code check("frames decoded").by(p).measured(a).atLeast(b)}. */
  Check check(String criterion);

  /** Records a figure of a participant; an absent one is not recorded. */
  void figure(Participant participant, Metric metric, Amount amount);

  /** Marks a step in the log and the report's timeline. */
  void step(String name);

  /** Says something that a reader of the result should know. */
  void note(String message);

  /**
   * Waits for a condition on what the pages report.
   *
   * @return whether it came true within the bound
   * @throws CallErrored if a browser fails meanwhile
   */
  boolean await(String what, Duration bound, BooleanSupplier condition);
}
