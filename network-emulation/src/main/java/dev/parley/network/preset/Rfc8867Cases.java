package dev.parley.network.preset;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import dev.parley.network.model.Schedule.Change;
import dev.parley.network.model.Schedule.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Test cases of RFC 8867, section 5, as the access link of the participant whose media is judged:
 * its uplink is the forward path, its downlink the backward path.
 *
 * <p>Both have a one-way delay of 50 ms, no loss, and a drop-tail queue of 300 ms. The RFC gives
 * capacities of the forward path; where it gives none of the backward path, that has no bottleneck.
 * It allows up to 30 ms of jitter; none is applied. Cases 5.2 and 5.8 are of several flows: they
 * share this one link.
 */
final class Rfc8867Cases {
  private static final String SOURCE = "RFC 8867";
  private static final long K = 1_000;
  private static final long M = 1_000_000;

  private Rfc8867Cases() {}

  static List<Preset> all() {
    return List.of(
        preset(
            "5.1",
            "variable capacity, one flow, 100 s",
            List.of(at(0, M), at(40, 2_500 * K), at(60, 600 * K), at(80, M)),
            List.of()),
        preset(
            "5.1-short",
            "the same in a quarter of the time, for a quick look, 25 s",
            List.of(at(0, M), at(10, 2_500 * K), at(15, 600 * K), at(20, M)),
            List.of()),
        preset(
            "5.2",
            "variable capacity, two flows, 125 s",
            List.of(at(0, 4 * M), at(25, 2 * M), at(50, 3_500 * K), at(75, M), at(100, 2 * M)),
            List.of()),
        preset(
            "5.3",
            "congested feedback link, media both ways, 100 s",
            List.of(at(0, 2 * M), at(20, M), at(40, 500 * K), at(60, 2 * M)),
            List.of(at(0, 2 * M), at(35, 800 * K), at(70, 2 * M))),
        preset(
            "5.8",
            "three flows, the first paused from 40 s to 60 s, 120 s",
            List.of(at(0, 3_500 * K)),
            List.of()));
  }

  private record Step(Duration at, long bitsPerSecond) {}

  private static Step at(long seconds, long bitsPerSecond) {
    return new Step(Duration.ofSeconds(seconds), bitsPerSecond);
  }

  private static Preset preset(String section, String what, List<Step> up, List<Step> down) {
    return new Preset(
        new NetworkProfile(
            "rfc8867-" + section,
            "%s (%s, section %s)".formatted(what, SOURCE, section),
            start(up),
            start(down),
            new Schedule(changes(up, down))),
        SOURCE);
  }

  private static LinkProfile start(List<Step> steps) {
    LinkProfile path = LinkProfile.IDEAL.withDelay(Duration.ofMillis(50));
    return steps.isEmpty()
        ? path
        : path.withCapacity(Capacity.constant(steps.get(0).bitsPerSecond()));
  }

  private static List<Change> changes(List<Step> up, List<Step> down) {
    List<Change> changes = new ArrayList<>();
    up.stream().skip(1).forEach(step -> changes.add(change(step, rate(step), LinkChange.NOTHING)));
    down.stream()
        .skip(1)
        .forEach(step -> changes.add(change(step, LinkChange.NOTHING, rate(step))));
    changes.sort(Comparator.comparing(change -> ((When.At) change.when()).time()));
    return changes;
  }

  private static LinkChange rate(Step step) {
    return LinkChange.rate(step.bitsPerSecond());
  }

  private static Change change(Step step, LinkChange up, LinkChange down) {
    return new Change(new When.At(step.at()), up, down, Duration.ZERO);
  }
}
