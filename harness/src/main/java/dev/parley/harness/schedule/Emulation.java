package dev.parley.harness.schedule;

import dev.parley.network.relay.Relay;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run's relay, started when the first call needs it; thread-safe. */
public final class Emulation implements AutoCloseable {
  private final Supplier<Relay> starter;
  private @Nullable Relay relay;
  private boolean closed;

  /** An emulation that has not been started. */
  public Emulation(Supplier<Relay> starter) {
    this.starter = starter;
  }

  /**
   * The relay, started now if it was not before.
   *
   * @throws IllegalStateException if the run has ended
   */
  synchronized Relay relay() {
    if (closed) {
      throw new IllegalStateException("the run has ended, and its relay with it");
    }
    if (relay == null) {
      relay = starter.get();
    }
    return relay;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (relay != null) {
      relay.close();
      relay = null;
    }
  }
}
