package dev.parley.harness;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An endpoint in a call. */
public interface Participant {

  /** Its name within the call, as in {@code offerer}. */
  String name();

  /** The alias of its endpoint, as in {@code firefox}. */
  String endpoint();

  /** The word for its family, as in {@code chrome} or {@code firefox}. */
  String family();

  /** The name of its access link, as in {@code loss-5}; {@code direct} where none is emulated. */
  String network();

  /**
   * Its emulated access link.
   *
   * @throws CallUnsupported if it has none, because the call goes over {@code direct}
   */
  EmulatedLink link();

  /** The state of its connection to the other, or, with several, the least of them. */
  String connectionState();

  /** The ICE user fragment of its current local description (RFC 8839); null before the first. */
  @Nullable String iceUfrag();

  /** The selected candidate pair, by its candidates' ids; null where none is known. */
  @Nullable String selectedPair();

  /** The state of its data channel of this label; null where it has none. */
  @Nullable String channelState(String label);

  /** Restarts ICE on its connections (RFC 8445, section 9), media going on. */
  void restartIce();

  /** Enables or disables what it sends; {@code kind} is {@code audio} or {@code video}. */
  void enable(String kind, boolean enabled);

  /**
   * Stops sending, or goes on, over one of several connections to the other, from 1 on; the others
   * go on.
   */
  void pause(int flow, boolean paused);

  /** Opens a data channel to the other, and waits until it is open. */
  void openChannel(String label);

  /**
   * Sends messages over a channel that this side opened; the far end echoes where the label begins
   * with {@code echo}.
   *
   * @param bound the longest to wait for each echo
   */
  List<Echo> exchange(String label, List<Message> messages, Duration bound);

  /**
   * Sends a file of random bytes to the other over a reliable channel that it opens.
   *
   * @param label begins with {@code file}
   * @param bytes its size, to 64 MiB
   * @param bound the longest that it may take
   */
  FileTransfer sendFile(String label, int bytes, Duration bound);

  /**
   * Sends numbered messages to the other over a channel that it opens.
   *
   * @param label begins with {@code numbered}
   * @param messages how many, to 10000
   * @param bytes the size of each
   * @param time over which they are sent, at a steady rate
   */
  Arrivals sendNumbered(String label, ChannelPolicy policy, int messages, int bytes, Duration time);

  /** Closes its connections, as by a button. */
  void hangUp();

  /** Closes its tab without a word. */
  void closeTab();

  /** Kills its browser; what follows of that is no fault of the infrastructure. */
  void killBrowser();

  /**
   * Seconds from {@code since} (see {@link #now()}) until its connection state was one of these.
   */
  Amount timeToState(double since, String... states);

  /** Seconds from {@code since} until its channel of this label was closed. */
  Amount timeToChannelClosed(double since, String label);

  /** This moment on the run's clock, in milliseconds. */
  double now();

  /** Loads an ES module of the scenario's own jar into the page; it may register commands. */
  void load(String module);

  /** Tells the page to do something that a loaded module or the page itself registered. */
  JsonNode command(String command, Object arguments);

  /**
   * A message to be echoed.
   *
   * @param name what it is called in checks
   * @param kind {@code text}, {@code binary} or {@code blob}
   * @param text the text itself, for {@code text}
   * @param bytes how many bytes of a known pattern, for the others
   */
  record Message(String name, String kind, @Nullable String text, int bytes) {}

  /**
   * What became of a message.
   *
   * @param equal whether exactly the same came back
   * @param roundTrip in seconds; absent where nothing came back
   * @param error what went wrong, if anything
   */
  record Echo(String name, boolean equal, Amount roundTrip, @Nullable String error) {}
}
