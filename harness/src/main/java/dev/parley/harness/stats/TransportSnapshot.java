package dev.parley.harness.stats;

import dev.parley.reports.model.RunEvent;
import org.jspecify.annotations.Nullable;

/**
 * A transport's selected candidate pair and security at one moment.
 *
 * <p>The pair is the one that {@code transport.selectedCandidatePairId} names: more than one pair
 * can be nominated.
 *
 * @param id the transport's stats id
 * @param pairId the selected pair's stats id
 */
public record TransportSnapshot(
    String id,
    @Nullable String pairId,
    @Nullable String localCandidateType,
    @Nullable String remoteCandidateType,
    @Nullable String localAddress,
    @Nullable String remoteAddress,
    @Nullable String protocol,
    @Nullable String relayProtocol,
    @Nullable String iceRole,
    @Nullable String dtlsRole,
    @Nullable String dtlsState,
    @Nullable String tlsVersion,
    @Nullable String srtpCipher) {

  /** This snapshot as an event of the run's log. */
  public RunEvent.Transport event(String participant, String pc) {
    return new RunEvent.Transport(
        participant,
        pc,
        localCandidateType,
        remoteCandidateType,
        localAddress,
        remoteAddress,
        protocol,
        relayProtocol,
        iceRole,
        dtlsRole,
        dtlsState,
        tlsVersion,
        srtpCipher);
  }
}
