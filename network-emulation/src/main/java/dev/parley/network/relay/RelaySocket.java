package dev.parley.network.relay;

/**
 * A socket of the relay that a probe may put in the place of a candidate.
 *
 * @param address the interface address that it is bound to, without scope, as in {@code 10.0.0.7}
 * @param port its UDP port
 */
public record RelaySocket(String address, int port) {}
