package dev.parley.network.relay;

/** A run's relay: its threads and sockets, for any number of calls at once. */
public interface Relay extends AutoCloseable {

  /** Emulates the links of one more call. */
  RelayCall open(RelayPlan plan);

  /** Closes every call, socket and thread. */
  @Override
  void close();
}
