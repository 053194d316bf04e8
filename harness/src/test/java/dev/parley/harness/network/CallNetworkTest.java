package dev.parley.harness.network;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.CallErrored;
import dev.parley.network.model.Direction;
import dev.parley.network.model.FlowTruth;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.preset.NetworkCatalogue;
import dev.parley.network.relay.RelayPlan;
import dev.parley.network.relay.RelayTruth;
import dev.parley.reports.log.RunClock;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a call's emulation tells of itself, for every way in which it can be wrong. */
@Test(singleThreaded = true)
public class CallNetworkTest {
  private static final Duration NO_TIME = Duration.ZERO;
  private static final Track VIDEO = new Track("video", "in", "1", 7L, null);

  private final List<RunEvent> log = Collections.synchronizedList(new ArrayList<>());
  private FakeRelayCall relay = new FakeRelayCall(plan());
  private CallNetwork network = open();

  private static RelayPlan plan() {
    NetworkProfile loss = NetworkCatalogue.presets().get("loss-5").profile();
    return new RelayPlan(
        "call",
        42,
        List.of(
            new RelayPlan.Seat("offerer", NetworkProfile.ideal(), null),
            new RelayPlan.Seat("answerer", loss, null)),
        null);
  }

  private CallNetwork open() {
    List<FakeRelayCall> calls = new ArrayList<>();
    CallNetwork opened =
        CallNetwork.open(
            FakeRelayCall.keeping(calls), plan(), new RunClock(0, Instant.EPOCH), log::add);
    relay = calls.get(0);
    return opened;
  }

  @BeforeMethod
  public void begin() {
    network.close();
    log.clear();
    network = open();
  }

  @AfterMethod
  public void end() {
    network.close();
  }

  private <T extends RunEvent> List<T> all(Class<T> type) {
    return List.copyOf(log).stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static JsonNode report(long bytes, long packets) {
    return JsonMapper.shared()
        .readTree(
            """
            [{"id": "T", "type": "transport", "bytesReceived": %d},
             {"id": "I", "type": "inbound-rtp", "kind": "video", "ssrc": 7, "packetsReceived": %d}]
            """
                .formatted(bytes, packets));
  }

  private List<String> faults() {
    return network.conclude(NO_TIME).faults().stream()
        .map(fault -> fault.kind() + ": " + fault.getMessage())
        .toList();
  }

  public void saysWhatWasAskedForAndWhatHeldFirst() {
    assertEquals(
        all(RunEvent.Network.class).stream().map(n -> n.participant() + " " + n.network()).toList(),
        List.of("offerer ideal", "answerer loss-5"));
    assertEquals(all(RunEvent.Network.class).get(0).seed(), 42);
    RunEvent.NetworkState last = all(RunEvent.NetworkState.class).get(3);
    assertEquals(
        last.participant() + " " + last.direction() + " " + last.why(), "answerer down start");
    assertEquals(last.loss(), 0.05);
    assertEquals(last.lossModel(), "independent");
    assertEquals(last.bitsPerSecond(), null);
  }

  public void changesAreTakenDownWhenTheyTookEffect() {
    relay.at(3_000_000_000L);
    relay.change("answerer", Direction.UP, LinkProfile.IDEAL.withOutage(true), "scenario");

    RunEvent.NetworkState cut = all(RunEvent.NetworkState.class).get(4);
    assertEquals(cut.atMs(), 3000.0);
    assertTrue(cut.outage());
    assertEquals(cut.why(), "scenario");
    assertEquals(cut.direction(), "up");
  }

  public void schedulesStartOnce() {
    assertTrue(network.scheduleStarted().isEmpty());
    network.startSchedules();
    network.startSchedules();

    assertEquals(relay.told, List.of("start"));
    assertTrue(network.scheduleStarted().isPresent());
  }

  public void anIntervalHoldsWhatWasAddedInIt() {
    relay.received("answerer", 900);
    relay.capacity = 400_000;
    relay.at(1_000_000_000L);
    network.window(true);

    RunEvent.NetworkSample sample =
        all(RunEvent.NetworkSample.class).stream()
            .filter(s -> s.participant().equals("answerer") && s.direction().equals("down"))
            .findFirst()
            .orElseThrow();
    assertEquals(sample.offered(), 105);
    assertEquals(sample.delivered(), 100);
    assertEquals(sample.dropped(), Map.of("loss", 5L));
    assertEquals(sample.bitsPerSecond(), 400_000.0);
    assertEquals(sample.toMs(), 1000.0);
    assertEquals(sample.queueMs(), 2.0);
    assertEquals(network.samples(0, 1000).size(), 4);
    assertEquals(network.samples(0, 999), List.of());
  }

  public void lossIsAppliedBetweenTwoSamples() {
    relay.received("answerer", 900, new FlowTruth(7, 50, 45, 5, 5));
    network.sampled("answerer", "pc1", 1, report(0, 0));
    relay.received("answerer", 1900, new FlowTruth(7, 150, 138, 11, 12));
    network.sampled("answerer", "pc1", 2, report(0, 0));

    assertEquals(network.applied("answerer", "pc1", 7, 1, 2), Optional.of(new AppliedLoss(6, 99)));
    assertEquals(network.applied("answerer", "pc1", 8, 1, 2), Optional.empty());
    assertEquals(network.applied("answerer", "pc1", 7, 1, 3), Optional.empty());
    assertEquals(network.applied("offerer", "pc1", 7, 1, 2), Optional.empty());
  }

  public void aSoundEmulationLeavesNothingToSay() {
    relay.received("answerer", 50_000, new FlowTruth(7, 105, 100, 5, 5));
    network.sampled("answerer", "pc1", 1, report(50_000, 100));
    NetworkFindings found = network.conclude(NO_TIME);

    assertEquals(found.faults(), List.of());
    assertEquals(found.doubts(), List.of());
    assertEquals(found.selfTest(), Optional.empty());
    assertEquals(found.nothingArrived(), false);
    assertEquals(
        all(RunEvent.NetworkProof.class),
        List.of(new RunEvent.NetworkProof("passed", Map.of("no-integrity", 2L), null)));
    RunEvent.NetworkSummary down = all(RunEvent.NetworkSummary.class).get(3);
    assertEquals(down.askedLoss(), 0.05);
    assertEquals(down.achievedLoss(), 5 / 105.0);
    assertEquals(relay.told, List.of("close"));
  }

  public void bytesPastTheRelayAreABypass() {
    relay.received("answerer", 50_000, new FlowTruth(7, 100, 100, 0, 0));
    network.sampled("answerer", "pc1", 1, report(90_000, 100));

    assertEquals(
        faults(),
        List.of(
            "bypass: answerer received 90000 bytes over pc1, of which the relay delivered 50000"));
    assertTrue(
        String.valueOf(all(RunEvent.NetworkProof.class).get(0).bypass()).startsWith("answerer"));
  }

  public void packetsPastTheRelayAreABypass() {
    relay.received("answerer", 50_000, new FlowTruth(7, 100, 100, 0, 0));
    network.sampled("answerer", "pc1", 1, report(50_000, 140));

    assertEquals(
        faults(),
        List.of(
            "bypass: answerer received 140 packets of SSRC 7, of which the relay delivered 100"));
  }

  public void aSinglePacketOfAStreamThatTheRelayNeverSawIsABypass() {
    relay.received("answerer", 50_000);
    network.sampled("answerer", "pc1", 1, report(50_000, 1));

    assertEquals(faults().size(), 1);
  }

  public void whatComesLaterClearsABypassThatWasNone() {
    relay.received("answerer", 0);
    network.sampled("answerer", "pc1", 1, report(500, 0));
    relay.received("answerer", 5_000, new FlowTruth(7, 10, 10, 0, 0));
    network.sampled("answerer", "pc1", 2, report(4_000, 10));

    assertEquals(faults(), List.of());
  }

  public void candidatesWithoutASocketAreAFault() {
    relay.truths.put(
        "offerer",
        new RelayTruth.OfParticipant(
            FakeRelayCall.link(9, 0), FakeRelayCall.link(9, 0), List.of(), Map.of(), 3));

    List<CallErrored> faults = network.conclude(NO_TIME).faults();

    assertEquals(faults.get(0).kind(), "relay-ports");
    assertEquals(
        faults.get(0).getMessage(), "3 candidates of offerer found no free socket of the relay");
  }

  public void socketsThatDoNotAnswerFailTheSelfTest() {
    relay.silentSockets = List.of("a:1", "a:2", "a:3", "a:4", "a:5");

    assertEquals(
        network.conclude(NO_TIME).selfTest(),
        Optional.of("the relay's own datagrams did not come back: a:1, a:2, a:3 and 2 more"));
    assertTrue(
        all(RunEvent.NetworkProof.class).get(0).selfTest().startsWith("failed: the relay's"));
    assertTrue(network.conclude(NO_TIME).nothingArrived());
  }

  public void latenessIsHeldAgainstTheLinksDelay() {
    relay.truths.put(
        "answerer",
        new RelayTruth.OfParticipant(
            FakeRelayCall.link(9, 0, 2.5, 0),
            FakeRelayCall.link(9, 0, 1.9, 0),
            List.of(),
            Map.of(),
            0));

    assertEquals(
        network.conclude(NO_TIME).doubts(),
        List.of(
            "the emulator was late on answerer's uplink: 2.5 ms at the 95 % quantile, at most 2.0"
                + " are allowed"));
  }

  public void aSlowLinkMayBeLater() {
    assertEquals(
        Punctuality.late("p", Direction.DOWN, FakeRelayCall.link(9, 0, 12, 0), 300.0),
        Optional.empty());
    assertEquals(
        Punctuality.late("p", Direction.DOWN, FakeRelayCall.link(9, 0, 12, 0.02), 300.0),
        Optional.of(
            "the emulator was late on p's downlink: 2.0 % of packets by more than 10 ms, at most 1"
                + " % are allowed"));
  }

  public void whatTheKernelDropsWithinAWindowIsADoubt() {
    relay.kernelDrops = 5L;
    network.window(false);
    relay.kernelDrops = 8L;
    network.window(true);
    relay.kernelDrops = 90L;

    assertEquals(
        network.conclude(NO_TIME).doubts(),
        List.of("the kernel dropped 3 packets at the relay's sockets while the call was measured"));
  }

  public void whereTheKernelDoesNotTellThereIsNoDoubt() {
    relay.kernelDrops = null;
    network.window(false);
    network.window(true);

    assertEquals(network.conclude(NO_TIME).doubts(), List.of());
    assertEquals(all(RunEvent.NetworkSummary.class).get(0).kernelDrops(), null);
  }

  private static RunEvent.LossCompared compared(long seen, long applied) {
    boolean agrees = new AppliedLoss(applied, 1000).agreesWith((double) seen);
    return new RunEvent.LossCompared("answerer", VIDEO, seen, 1000L, applied, 1000, agrees);
  }

  public void lossThatNobodyAppliedIsADoubt() {
    network.compared(compared(50, 46));
    network.compared(compared(40, 50));
    assertEquals(all(RunEvent.LossCompared.class).size(), 2);
    assertEquals(
        all(RunEvent.LossCompared.class).stream().map(RunEvent.LossCompared::agrees).toList(),
        List.of(true, false));

    network.compared(compared(56, 50));

    assertEquals(
        network.conclude(NO_TIME).doubts(),
        List.of(
            "answerer lost 56 packets of video in 7, of which the emulator dropped 50: something"
                + " else lost the others"));
  }

  public void aSampleAfterTheEndIsLetGo() {
    network.conclude(NO_TIME);
    network.sampled("answerer", "pc1", 1, report(90_000, 100));

    assertEquals(network.conclude(NO_TIME).faults(), List.of());
  }
}
