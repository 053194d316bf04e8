package dev.parley.network.relay;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One call's emulated links, and the sockets that stand for its candidates. Safe for use by several
 * threads; what it is told takes effect before the method returns.
 */
public interface RelayCall extends AutoCloseable {

  /**
   * Leases sockets for a participant's probe, so many on each address of this machine's interfaces
   * that a browser may gather, loopback left out.
   *
   * @throws PortsExhaustedException if the system gives no more
   */
  List<RelaySocket> lease(String participant, int perAddress);

  /** Every socket of this call, leased or standing for somebody: candidates to be left alone. */
  Set<RelaySocket> sockets();

  /**
   * A description was set: sources with these credentials are admitted from now on.
   *
   * @param own whether they are the participant's own; otherwise they are its far end's
   */
  void credentials(String participant, String pc, boolean own, String ufrag, String password);

  /** A candidate was replaced, or withheld. */
  void bind(CandidateBinding binding);

  /** A server was replaced. */
  void bind(ServerBinding binding);

  /** A peer connection was closed: its sockets may go. */
  void closed(String participant, String pc);

  /** Starts every link's schedule; to be called once. */
  void startSchedules();

  /** Says an event's word to a participant's link. */
  void event(String participant, String word);

  /** Changes a participant's link by hand. */
  void change(String participant, Direction direction, LinkChange change);

  /** What holds for a participant's link now. */
  LinkProfile state(String participant, Direction direction);

  /** The capacity of a participant's link over the last second in bit/s; infinite without limit. */
  double bitsPerSecond(String participant, Direction direction);

  /** Everything counted up to now. */
  RelayTruth truth();

  /**
   * Has changes told as they take effect, from the thread that drives the link: to be quick.
   *
   * @param listener of participant, direction, state and reason
   */
  void onChange(ChangeListener listener);

  /** Sends own probe datagrams through every socket; returns what did not come back in time. */
  List<String> selfTest(Duration patience);

  /** Closes the sockets, as if the emulator had failed: for tests of verdicts. */
  void sabotage();

  /** Ends the call: its captures are complete. */
  @Override
  void close();

  /** Hears of changes. */
  interface ChangeListener {
    /**
     * A change took effect.
     *
     * @param atNanos on the clock of {@link System#nanoTime()}
     * @param why {@code schedule}, {@code scenario} or an event's word
     */
    void changed(
        long atNanos, String participant, Direction direction, LinkProfile now, String why);
  }
}
