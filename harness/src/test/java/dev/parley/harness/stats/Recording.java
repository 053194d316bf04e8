package dev.parley.harness.stats;

import static java.util.Objects.requireNonNull;

import dev.parley.harness.endpoint.Family;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/**
 * A call within one page of a real browser, sampled once a second: {@code a} sends to {@code b}.
 *
 * @param stoppedPageMs when the sender was made inactive; 0 where it was not
 */
record Recording(Family family, String version, double stoppedPageMs, List<RawSample> samples) {

  static Recording of(String name) {
    try (InputStream file =
            requireNonNull(
                Recording.class.getResourceAsStream("/stats/" + name + ".json.gz"), name);
        InputStream text = new GZIPInputStream(file)) {
      JsonNode root = Raw.JSON.readTree(text);
      List<RawSample> samples = new ArrayList<>();
      for (JsonNode sample : root.get("samples")) {
        samples.add(
            new RawSample(
                sample.get("pc").stringValue(),
                sample.get("number").longValue(),
                sample.get("pageMs").doubleValue(),
                sample.get("report")));
      }
      return new Recording(
          name.startsWith("firefox") ? Family.FIREFOX : Family.CHROME,
          root.get("version").stringValue(),
          root.path("marks").path("stoppedPageMs").asDouble(0),
          samples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<RawSample> of(char pc) {
    return samples.stream().filter(sample -> sample.pc().equals(String.valueOf(pc))).toList();
  }

  /** Every two consecutive samples of a peer connection. */
  List<RawSample[]> pairs(String pc) {
    List<RawSample> of = of(pc.charAt(0));
    List<RawSample[]> pairs = new ArrayList<>();
    for (int i = 1; i < of.size(); i++) {
      pairs.add(new RawSample[] {of.get(i - 1), of.get(i)});
    }
    return pairs;
  }

  CapabilityMap capabilities() {
    return new CapabilityMap(family, version);
  }

  /** The window from the second sample, by when media flows, to the last. */
  WindowStats window(char pc) {
    List<RawSample> of = of(pc);
    double from = of.get(1).pageMs();
    return WindowStats.between(of, from, of.get(of.size() - 1).pageMs(), capabilities());
  }
}
