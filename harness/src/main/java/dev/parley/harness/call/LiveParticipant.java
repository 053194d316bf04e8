package dev.parley.harness.call;

import dev.parley.harness.Amount;
import dev.parley.harness.Arrivals;
import dev.parley.harness.CallUnsupported;
import dev.parley.harness.ChannelPolicy;
import dev.parley.harness.EmulatedLink;
import dev.parley.harness.FileTransfer;
import dev.parley.harness.Participant;
import dev.parley.reports.model.RunEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A participant whose browser and page are there. */
final class LiveParticipant implements Participant {
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final Seat seat;
  private final List<String> peers;
  private final CallBoard board;
  private final CallTools tools;
  private final PageStates states;

  LiveParticipant(Seat seat, List<String> peers, CallTools tools) {
    this.seat = seat;
    this.peers = peers;
    this.tools = tools;
    this.board = tools.board();
    this.states = new PageStates(seat.record(), board);
  }

  PageRecord record() {
    return seat.record();
  }

  @Override
  public String name() {
    return seat.planned().name();
  }

  @Override
  public String endpoint() {
    return seat.planned().endpoint();
  }

  @Override
  public String family() {
    return seat.lease().endpoint().family().word();
  }

  @Override
  public String network() {
    return seat.planned().network();
  }

  @Override
  public EmulatedLink link() {
    return tools
        .network()
        .map(network -> new LiveLink(network, name()))
        .orElseThrow(
            () ->
                new CallUnsupported(
                    "this needs an emulated link of %s, and there is none on 'direct'; run it with"
                            .formatted(name())
                        + " --networks, as in --networks ideal"));
  }

  @Override
  public String connectionState() {
    return states.connectionState();
  }

  @Override
  public @Nullable String iceUfrag() {
    return states.ofConnection(connection -> connection.iceUfrag);
  }

  @Override
  public @Nullable String selectedPair() {
    return states.ofConnection(connection -> connection.selectedPair);
  }

  @Override
  public @Nullable String channelState(String label) {
    return states.channelState(label);
  }

  @Override
  public void restartIce() {
    step("ice-restart");
    peers.forEach(peer -> command("restart-ice", Map.of("peer", peer)));
  }

  @Override
  public void enable(String kind, boolean enabled) {
    step((enabled ? "enable " : "disable ") + kind);
    command("track-enabled", Map.of("kind", kind, "enabled", enabled));
  }

  @Override
  public void pause(int flow, boolean paused) {
    step((paused ? "pause flow " : "resume flow ") + flow);
    String peer = FlowNames.of(onlyPeer(), flow);
    command("pause", Map.of("peer", peer, "kind", "video", "paused", paused));
  }

  @Override
  public void openChannel(String label) {
    command("channel-open", Map.of("peer", onlyPeer(), "label", label));
  }

  @Override
  public List<Echo> exchange(String label, List<Message> messages, Duration bound) {
    return new ChannelExchange(tools.commands(), name(), onlyPeer()).run(label, messages, bound);
  }

  @Override
  public FileTransfer sendFile(String label, int bytes, Duration bound) {
    return transfers().file(label, bytes, bound);
  }

  @Override
  public Arrivals sendNumbered(
      String label, ChannelPolicy policy, int messages, int bytes, Duration time) {
    return transfers().numbered(label, policy, messages, bytes, time);
  }

  private ChannelTransfers transfers() {
    return new ChannelTransfers(tools.commands(), name(), onlyPeer());
  }

  private String onlyPeer() {
    if (peers.size() != 1) {
      throw new IllegalStateException(
          "%s has %d peers: %s; a command of this kind is for calls of two"
              .formatted(name(), peers.size(), String.join(", ", peers)));
    }
    return peers.get(0);
  }

  @Override
  public void hangUp() {
    step("hang-up");
    command("hang-up", Map.of());
  }

  @Override
  public void closeTab() {
    step("close-tab");
    board.post(() -> seat.record().left = true);
    seat.lease().closePage();
  }

  @Override
  public void killBrowser() {
    step("kill-browser");
    board.post(() -> seat.record().left = true);
    seat.lease().discard();
  }

  /** Kills the browser behind the harness's back: to it, this is a crash. */
  void crash() {
    ProcessHandle.of(seat.lease().pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Override
  public Amount timeToState(double since, String... wanted) {
    return states.timeToState(since, Set.of(wanted));
  }

  @Override
  public Amount timeToChannelClosed(double since, String label) {
    return states.timeToChannelClosed(since, label);
  }

  @Override
  public double now() {
    return tools.clock().nowMs();
  }

  @Override
  public void load(String module) {
    command("load-module", Map.of("path", module));
  }

  @Override
  public JsonNode command(String command, Object arguments) {
    return tools.commands().run(name(), command, arguments, ANSWER);
  }

  private void step(String what) {
    tools.log().append(new RunEvent.Step(what, name()));
  }
}
