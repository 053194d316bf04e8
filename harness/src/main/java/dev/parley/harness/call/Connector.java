package dev.parley.harness.call;

import dev.parley.harness.CallFailed;
import dev.parley.harness.Media;
import dev.parley.harness.network.CallNetwork;
import dev.parley.reports.model.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Brings a call up: everyone is prepared, the declared offerers offer, every connection connects.
 */
final class Connector {
  private static final Duration PREPARE = Duration.ofSeconds(20);
  private static final Duration OFFER = Duration.ofSeconds(15);
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Map<String, Object> SILENCE = Map.of("audio", "none", "video", "none");

  /** A channel that is being opened: by whom, and the page's answer. */
  private record Opening(String participant, CompletableFuture<JsonNode> answer) {}

  private final List<LiveParticipant> participants;
  private final CallTools tools;
  private final CallBoard board;
  private final PageCommands commands;
  private final AttemptLog log;
  private final Duration sampleInterval;
  private final Saboteur saboteur;

  Connector(
      List<LiveParticipant> participants,
      CallTools tools,
      Duration sampleInterval,
      Saboteur saboteur) {
    this.participants = participants;
    this.tools = tools;
    this.board = tools.board();
    this.commands = tools.commands();
    this.log = tools.log();
    this.sampleInterval = sampleInterval;
    this.saboteur = saboteur;
  }

  /** Connects everyone; returns when the call began on the run's clock, in milliseconds. */
  double connect(Media media) {
    tools.network().ifPresent(this::leaseSockets);
    prepare(media);
    double start = tools.clock().nowMs();
    log.append(new RunEvent.Step("call-start", null));
    List<Opening> channels = openChannels(media);
    offer(media);
    boolean connected =
        board.await(
            "every connection to be connected", CONNECT, () -> everyoneConnected(media.flows()));
    if (!connected) {
      throw new CallFailed(
          "the call did not connect within %d s: %s".formatted(CONNECT.toSeconds(), states()));
    }
    log.append(new RunEvent.Step("connected", null));
    channels.forEach(c -> commands.await(c.participant(), "channel-open", c.answer(), OFFER));
    if (!media.sendsAnything()) {
      tools.network().ifPresent(CallNetwork::mediaFlows);
    }
    return start;
  }

  private void leaseSockets(CallNetwork network) {
    List<String> names = participants.stream().map(LiveParticipant::name).toList();
    new SocketLeases(network.relay(), commands, names).first();
  }

  private void prepare(Media media) {
    Map<String, CompletableFuture<JsonNode>> answers = new LinkedHashMap<>();
    for (int seat = 0; seat < participants.size(); seat++) {
      String name = participants.get(seat).name();
      answers.put(name, commands.start(name, "prepare", preparation(seat, media)));
    }
    answers.forEach(
        (name, answer) -> {
          JsonNode prepared = commands.await(name, "prepare", answer, PREPARE);
          log.append(
              new RunEvent.Step(
                  "prepared", name + ": " + prepared.path("mediaSource").asString("")));
          for (JsonNode note : prepared.path("notes")) {
            log.append(new RunEvent.Note(name, note.asString("")));
          }
        });
  }

  private Map<String, Object> preparation(int seat, Media media) {
    List<String> names = participants.stream().map(LiveParticipant::name).toList();
    List<String> peers = new ArrayList<>(names);
    peers.remove(seat);
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("peers", peers);
    arguments.put("flows", media.flows());
    arguments.put("offererOf", names.subList(seat + 1, names.size()));
    arguments.put("polite", seat > 0);
    arguments.put("media", seat > 0 && media.oneWay() ? SILENCE : description(media));
    Map<String, Object> rtc = saboteur.configuration(participants.get(seat));
    tools.network().ifPresent(network -> TurnTransports.require(network, rtc));
    arguments.put("rtc", rtc);
    arguments.put("sampleIntervalMs", sampleInterval.toMillis());
    return arguments;
  }

  private static Map<String, Object> description(Media media) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("audio", word(media.audio()));
    description.put("video", word(media.video()));
    description.put("width", media.width());
    description.put("height", media.height());
    description.put("frameRate", media.frameRate());
    description.put("content", word(media.content()));
    if (media.content() == Media.Content.NOISE) {
      description.put("maxBitrate", Media.NOISE_BITS_PER_SECOND);
    }
    return description;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void offer(Media media) {
    for (int seat = 0; seat < participants.size(); seat++) {
      for (LiveParticipant peer : participants.subList(seat + 1, participants.size())) {
        for (String flow : FlowNames.all(peer.name(), media.flows())) {
          commands.run(participants.get(seat).name(), "offer", Map.of("peer", flow), OFFER);
        }
      }
    }
  }

  /** Channels of the first offer: opened before it, so that they are part of it. */
  private List<Opening> openChannels(Media media) {
    List<Opening> opening = new ArrayList<>();
    for (int seat = 0; seat < participants.size(); seat++) {
      String name = participants.get(seat).name();
      for (LiveParticipant peer : participants.subList(seat + 1, participants.size())) {
        for (String label : media.channels()) {
          opening.add(
              new Opening(
                  name,
                  commands.start(
                      name, "channel-open", Map.of("peer", peer.name(), "label", label))));
        }
      }
    }
    return opening;
  }

  private boolean everyoneConnected(int flows) {
    return participants.stream()
        .allMatch(
            participant ->
                participant.record().connections.size() >= (participants.size() - 1) * flows
                    && participant.connectionState().equals("connected"));
  }

  private String states() {
    return participants.stream()
        .map(p -> "%s (%s) is '%s'".formatted(p.name(), p.endpoint(), p.connectionState()))
        .collect(Collectors.joining(", "));
  }
}
