package dev.parley.network.model;

/**
 * What became of one RTP stream on its whole way to one participant, up to a moment.
 *
 * @param ssrc the stream's synchronisation source (RFC 3550)
 * @param sent packets that its sender gave to the emulator
 * @param delivered packets that were handed to the receiver, duplicates not counted
 * @param lost packets dropped on any link with a smaller sequence number than one that was handed
 *     over since: just those that the receiver can know of
 * @param dropped packets dropped on any link, whether the receiver can know of it or not
 */
public record FlowTruth(long ssrc, long sent, long delivered, long lost, long dropped) {}
