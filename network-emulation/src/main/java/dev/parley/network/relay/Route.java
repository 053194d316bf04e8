package dev.parley.network.relay;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The way of what one source sends to one socket.
 *
 * @param in the socket at which it arrives; whom that one stands for is its destination
 * @param out the socket from which it leaves: it stands for the source
 * @param sender whose uplink it crosses; null for none
 * @param receiver to which it is handed over its participant's downlink; null for a server
 * @param gate what may pass before its source has proven itself; null where it has
 */
record Route(
    BoundSocket in,
    BoundSocket out,
    @Nullable Participant sender,
    @Nullable Connection receiver,
    @Nullable ServerStand gate) {

  /** The real address of the destination; null where it is not known. */
  @Nullable InetSocketAddress to() {
    Stand stand = in.stand();
    return stand == null ? null : stand.real();
  }

  /** The source's real address; null where it is not known. */
  @Nullable InetSocketAddress source() {
    Stand stand = out.stand();
    return stand == null ? null : stand.real();
  }

  /** The same once its source has proven itself. */
  Route opened() {
    return new Route(in, out, sender, receiver, null);
  }
}
