package dev.parley.harness.call;

import dev.parley.harness.Amount;
import dev.parley.harness.MeasuredWindow;
import dev.parley.harness.MeasuredWindow.AudioFlow;
import dev.parley.harness.MeasuredWindow.LinkFlow;
import dev.parley.harness.MeasuredWindow.Picture;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.harness.Media;
import dev.parley.harness.network.CallNetwork;
import dev.parley.harness.stats.OutboundFlow;
import dev.parley.reports.model.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Measures a call between two moments, once media flows. */
final class WindowMeasurer {
  private static final Duration MEDIA = Duration.ofSeconds(10);
  private static final Duration SAMPLE = Duration.ofSeconds(10);

  /** Two looks at a picture, 400 ms apart, and their way here; they end with the window. */
  private static final Duration LOOK = Duration.ofMillis(450);

  private final List<LiveParticipant> participants;
  private final CallTools tools;
  private final CallBoard board;
  private final PageCommands commands;
  private final AttemptLog log;
  private final Saboteur saboteur;
  private final List<MeasuredSide> measured = new ArrayList<>();

  WindowMeasurer(List<LiveParticipant> participants, CallTools tools, Saboteur saboteur) {
    this.participants = participants;
    this.tools = tools;
    this.board = tools.board();
    this.commands = tools.commands();
    this.log = tools.log();
    this.saboteur = saboteur;
  }

  /** What was measured of each participant in every window so far. */
  List<MeasuredSide> measured() {
    return List.copyOf(measured);
  }

  MeasuredWindow measure(Media media, Duration duration) {
    if (!board.await("media on every path", MEDIA, () -> flows(media))) {
      log.append(
          new RunEvent.Note(
              null, "media did not flow on every path within %d s".formatted(MEDIA.toSeconds())));
    }
    saboteur.beforeWindow();
    tools.network().ifPresent(CallNetwork::mediaFlows);
    tools.network().ifPresent(network -> network.window(false));
    double from = tools.clock().nowMs();
    everyone("sample-now");
    log.append(new RunEvent.Step("window-start", null));
    board.pass("the first half of the measured window", duration.dividedBy(2));
    saboteur.midWindow();
    board.pass("most of the second half of the window", duration.dividedBy(2).minus(LOOK));
    Map<String, CompletableFuture<JsonNode>> looks =
        media.video() == Media.Source.NONE ? Map.of() : begin("look");
    board.pass("the end of the measured window", LOOK);
    everyone("sample-now");
    tools.network().ifPresent(network -> network.window(true));
    double to = tools.clock().nowMs();
    log.append(new RunEvent.Step("window-end", null));
    log.append(new RunEvent.Window(from, to));
    Map<String, JsonNode> seen = answers("look", looks);
    List<MeasuredSide> sides = sides(from, to, media);
    measured.addAll(sides);
    log(sides);
    return window(from, to, media, sides, seen);
  }

  private boolean flows(Media media) {
    return receivers(media).stream()
        .flatMap(participant -> participant.record().connections.values().stream())
        .filter(connection -> !connection.closed)
        .allMatch(connection -> hasArrived(media, connection));
  }

  private List<LiveParticipant> receivers(Media media) {
    return media.oneWay() ? participants.subList(1, participants.size()) : participants;
  }

  private static boolean hasArrived(Media media, PeerConnectionRecord connection) {
    boolean sound = media.audio() == Media.Source.NONE || connection.arrived.contains("audio");
    boolean picture = media.video() == Media.Source.NONE || connection.arrived.contains("frame");
    return sound && picture;
  }

  private void everyone(String command) {
    answers(command, begin(command));
  }

  /** Gives everyone the same command at once. */
  private Map<String, CompletableFuture<JsonNode>> begin(String command) {
    Map<String, CompletableFuture<JsonNode>> begun = new LinkedHashMap<>();
    for (LiveParticipant participant : participants) {
      begun.put(participant.name(), commands.start(participant.name(), command, Map.of()));
    }
    return begun;
  }

  private Map<String, JsonNode> answers(
      String command, Map<String, CompletableFuture<JsonNode>> begun) {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    begun.forEach(
        (name, answer) -> answers.put(name, commands.await(name, command, answer, SAMPLE)));
    return answers;
  }

  private static Picture picture(@Nullable JsonNode seen, String sender) {
    if (seen != null) {
      for (JsonNode picture : seen.path("pictures")) {
        if (sender.equals(picture.path("peer").asString(""))) {
          return new Picture(luma(picture.path("contrast")), luma(picture.path("change")));
        }
      }
    }
    return new Picture(Amount.absent("luma"), Amount.absent("luma"));
  }

  private static Amount luma(JsonNode value) {
    return value.isNumber() ? Amount.of(value.asDouble(), "luma") : Amount.absent("luma");
  }

  private List<MeasuredSide> sides(double from, double to, Media media) {
    List<MeasuredSide> sides = new ArrayList<>();
    double frameRate = media.video() == Media.Source.NONE ? 0 : media.frameRate();
    for (LiveParticipant participant : participants) {
      sides.add(
          board.read(() -> MeasuredSide.of(participant, from, to, frameRate, tools.network())));
    }
    return sides;
  }

  private void log(List<MeasuredSide> sides) {
    for (MeasuredSide side : sides) {
      List<OutboundFlow> others =
          sides.stream()
              .filter(other -> !other.isOf(side.participant()))
              .flatMap(o -> o.outbound().stream())
              .toList();
      side.figures(others)
          .forEach(reading -> log.append(new RunEvent.Figure(side.participant().name(), reading)));
      tools.network().ifPresent(network -> side.recordLosses(network, log::append));
    }
  }

  private MeasuredWindow window(
      double from, double to, Media media, List<MeasuredSide> sides, Map<String, JsonNode> seen) {
    List<VideoFlow> video = new ArrayList<>();
    List<AudioFlow> audio = new ArrayList<>();
    for (MeasuredSide sender : media.oneWay() ? sides.subList(0, 1) : sides) {
      for (MeasuredSide receiver : sides) {
        if (sender.isOf(receiver.participant())) {
          continue;
        }
        Picture picture =
            picture(seen.get(receiver.participant().name()), sender.participant().name());
        if (media.video() != Media.Source.NONE) {
          video.add(MeasuredSide.flow("video", sender, receiver, picture));
        }
        if (media.audio() != Media.Source.NONE) {
          audio.add(MeasuredSide.flow("audio", sender, receiver, picture));
        }
      }
    }
    List<LinkFlow> links =
        tools
            .network()
            .map(network -> LinkWindow.of(network, participants, from, to))
            .orElse(List.of());
    return new LiveWindow((to - from) / 1000, video, audio, links);
  }
}
