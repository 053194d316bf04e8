package dev.parley.network.model;

import org.jspecify.annotations.Nullable;

/**
 * What became of one packet on one link.
 *
 * @param number the packet's number among the arrivals at this link, from 0
 * @param arrivalNanos when it came to the link
 * @param dueNanos when it was to leave it; when it was dropped, for one that did not
 * @param departedNanos when it really left; -1 for one that did not, or not yet
 * @param bytes UDP payload
 * @param kind what it is
 * @param ssrc its synchronisation source; -1 without
 * @param sequence its RTP sequence number; -1 without
 * @param dropped why it did not arrive; null where it did
 * @param copy 0, or 1 for a duplicate
 * @param corrupted whether a bit was flipped
 * @param queuedBytes what waited at the bottleneck when it came, in bytes
 */
public record PacketTruth(
    long number,
    long arrivalNanos,
    long dueNanos,
    long departedNanos,
    int bytes,
    PacketKind kind,
    long ssrc,
    int sequence,
    @Nullable DropCause dropped,
    int copy,
    boolean corrupted,
    long queuedBytes) {}
