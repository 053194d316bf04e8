package dev.parley.network.relay;

import org.jspecify.annotations.Nullable;

/**
 * A probe put a relay socket in the place of a STUN or TURN server over UDP.
 *
 * @param host the server's real host name or address
 * @param username of TURN; null for STUN
 * @param credential of TURN; null for STUN
 */
public record ServerBinding(
    String participant,
    String pc,
    String host,
    int port,
    @Nullable String username,
    @Nullable String credential,
    RelaySocket socket) {}
