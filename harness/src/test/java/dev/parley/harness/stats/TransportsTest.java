package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.sample;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;

import dev.parley.reports.model.RunEvent;
import java.util.List;
import org.testng.annotations.Test;

public class TransportsTest {
  private static final String LOCAL =
      "id: 'L', type: 'local-candidate', candidateType: 'relay', address: '192.0.2.1', port: 5000, protocol: 'udp', relayProtocol: 'tls'";
  private static final String REMOTE =
      "id: 'R', type: 'remote-candidate', candidateType: 'srflx', address: '2001:db8::1', port: 6000, protocol: 'udp'";

  private static List<TransportSnapshot> of(String... objects) {
    return Transports.of(new Report(sample(1, objects).report()));
  }

  @Test
  public void theSelectedPairIsTheOneThatTheTransportNames() {
    TransportSnapshot transport =
        of(
                "id: 'T', type: 'transport', selectedCandidatePairId: 'P2', iceRole: 'controlled', dtlsRole: 'client', dtlsState: 'connected', tlsVersion: 'FEFD', srtpCipher: 'AES'",
                "id: 'P1', type: 'candidate-pair', nominated: true, selected: true, localCandidateId: 'R', remoteCandidateId: 'L'",
                "id: 'P2', type: 'candidate-pair', nominated: true, localCandidateId: 'L', remoteCandidateId: 'R'",
                LOCAL,
                REMOTE)
            .get(0);

    assertEquals(
        transport.event("offerer", "pc1"),
        new RunEvent.Transport(
            "offerer",
            "pc1",
            "relay",
            "srflx",
            "192.0.2.1:5000",
            "[2001:db8::1]:6000",
            "udp",
            "tls",
            "controlled",
            "client",
            "connected",
            "FEFD",
            "AES"));
    assertEquals(transport.pairId(), "P2");
  }

  @Test
  public void aTransportWithoutASelectedPairSaysSo() {
    TransportSnapshot transport =
        of(
                "id: 'T', type: 'transport', dtlsState: 'new'",
                "id: 'P', type: 'candidate-pair', nominated: true, state: 'succeeded'")
            .get(0);

    assertNull(transport.pairId());
    assertNull(transport.localCandidateType());
    assertNull(transport.localAddress());
    assertEquals(transport.dtlsState(), "new");
  }

  @Test
  public void anAddressThatIsHiddenOrOddIsAbsent() {
    TransportSnapshot transport =
        of(
                "id: 'T', type: 'transport', selectedCandidatePairId: 'P'",
                "id: 'P', type: 'candidate-pair', localCandidateId: 'L', remoteCandidateId: 'R'",
                "id: 'L', type: 'local-candidate', candidateType: 'host', address: null, port: 1",
                "id: 'R', type: 'remote-candidate', candidateType: 7, address: '192.0.2.1', port: 'x'")
            .get(0);

    assertNull(transport.localAddress());
    assertNull(transport.remoteCandidateType());
    assertEquals(transport.remoteAddress(), "192.0.2.1");
  }

  @Test
  public void whatIsNotBundledHasSeveralTransports() {
    assertEquals(of("id: 'T1', type: 'transport'", "id: 'T2', type: 'transport'").size(), 2);
  }
}
