package dev.parley.network.relay;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Whom a socket stands for, in the eyes of whoever sends to it. */
sealed interface Stand permits CandidateStand, ServerStand {
  /** The real address; null while it is not known. */
  @Nullable InetSocketAddress real();

  /** The peer connection to which it belongs, or whose far end it is. */
  Connection connection();
}
