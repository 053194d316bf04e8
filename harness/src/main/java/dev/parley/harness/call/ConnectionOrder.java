package dev.parley.harness.call;

import java.util.Comparator;
import java.util.List;

/** Orders connection states (W3C RTCPeerConnectionState) from the worst to the best. */
final class ConnectionOrder {
  private static final List<String> STATES =
      List.of("failed", "closed", "disconnected", "new", "connecting", "connected");

  static final Comparator<String> LEAST_FIRST = Comparator.comparingInt(STATES::indexOf);

  private ConnectionOrder() {}
}
