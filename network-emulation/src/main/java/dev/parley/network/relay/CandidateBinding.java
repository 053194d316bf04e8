package dev.parley.network.relay;

import org.jspecify.annotations.Nullable;

/**
 * A probe put a relay socket in the place of a real candidate.
 *
 * @param participant whose probe it was
 * @param pc the peer connection's id within that page
 * @param own whether the candidate is the participant's own, on its way out; otherwise it is a far
 *     end's without a probe, on its way in
 * @param ufrag of the generation that the candidate belongs to (RFC 8839)
 * @param mLine index of the m-line
 * @param component 1 for RTP, 2 for RTCP
 * @param type {@code host}, {@code srflx}, {@code prflx} or {@code relay}
 * @param address the real address; a {@code .local} name where the browser hides it
 * @param port the real port
 * @param socket the relay socket in its place; null where the candidate was withheld
 */
public record CandidateBinding(
    String participant,
    String pc,
    boolean own,
    String ufrag,
    int mLine,
    int component,
    String type,
    String address,
    int port,
    @Nullable RelaySocket socket) {}
