package dev.parley.harness.endpoint;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A whole browser process, lent to one participant of one call. */
public interface Lease extends AutoCloseable {

  /** The endpoint it belongs to. */
  Endpoint endpoint();

  /** Whether the process had served an earlier call; the user context is new either way. */
  boolean warm();

  /** The browser process's id. */
  long pid();

  /** Opens a page in a new window in the foreground. */
  void open(URI page) throws EndpointException;

  /** Closes the page as a person closes a tab; the browser lives on. */
  void closePage() throws EndpointException;

  /** What is wrong with the process, if anything: it is gone, or its page crashed. */
  Optional<EndpointException> fault();

  /** Is told of the fault as soon as it is seen, on another thread; at once if there is one. */
  void onFault(Consumer<EndpointException> listener);

  /**
   * Saves what there is of screenshot, console and driver log into a folder; never throws. To be
   * called before the lease is discarded or closed, which removes the log.
   *
   * @param clean takes secrets out of a line of text
   */
  List<Evidence> saveEvidence(Path folder, String prefix, UnaryOperator<String> clean);

  /** Kills the process at once, from any thread; the lease is of no further use. */
  void discard();

  /** Gives the process back for reuse; a faulty or discarded one is thrown away. */
  @Override
  void close();

  /**
   * A file kept as evidence.
   *
   * @param kind {@code screenshot}, {@code driver-log}, {@code console-log}
   */
  record Evidence(String kind, Path file, String mediaType) {}
}
