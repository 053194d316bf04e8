package dev.parley.harness.endpoint;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a browser, launched as for a call, is able to do.
 *
 * @param hostCandidate whether it gathers an ICE candidate of type host; the detail is its address
 * @param audioContext whether WebAudio starts
 * @param audioSend names of codecs, as in {@code opus}
 */
public record Abilities(
    Ability camera,
    Ability microphone,
    Ability hostCandidate,
    Ability audioContext,
    List<String> audioSend,
    List<String> audioReceive,
    List<String> videoSend,
    List<String> videoReceive) {

  /** Keeps its own copies. */
  public Abilities {
    audioSend = List.copyOf(audioSend);
    audioReceive = List.copyOf(audioReceive);
    videoSend = List.copyOf(videoSend);
    videoReceive = List.copyOf(videoReceive);
  }

  /**
   * One thing that was tried.
   *
   * @param detail what it gave, or the browser's word on why not
   */
  public record Ability(boolean ok, String detail) {}

  static Abilities of(JsonNode node) {
    return new Abilities(
        ability(node, "camera"),
        ability(node, "microphone"),
        ability(node, "hostCandidate"),
        ability(node, "audioContext"),
        names(node, "audioSend"),
        names(node, "audioReceive"),
        names(node, "videoSend"),
        names(node, "videoReceive"));
  }

  private static Ability ability(JsonNode node, String name) {
    JsonNode found = node.required(name);
    return new Ability(found.required("ok").asBoolean(), found.required("detail").asString());
  }

  private static List<String> names(JsonNode node, String name) {
    return StreamSupport.stream(node.required(name).spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }
}
