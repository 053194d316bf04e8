package dev.parley.network.preset;

import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import java.util.List;
import java.util.stream.Stream;

/** Independent loss both ways, and nothing else. */
final class LossPresets {
  private LossPresets() {}

  static List<Preset> all() {
    return Stream.of(1, 5, 10, 20, 50).map(LossPresets::preset).toList();
  }

  private static Preset preset(int percent) {
    return new Preset(
        NetworkProfile.symmetric(
            "loss-" + percent,
            percent + " % loss and nothing else (common)",
            LinkProfile.IDEAL.withLoss(new Loss.Independent(percent / 100.0))),
        "common");
  }
}
