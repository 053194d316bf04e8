package dev.parley.harness.cli;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import dev.parley.network.model.Units;
import dev.parley.network.preset.LinkWords;
import dev.parley.network.preset.Preset;
import java.io.PrintWriter;
import java.util.function.Function;

/**
 * Everything that a network does, in words.
 *
 * @param out where it is told
 */
record NetworkText(PrintWriter out) {

  void print(Preset preset) {
    NetworkProfile profile = preset.profile();
    out.println(preset.name() + ": " + profile.description());
    out.println();
    row(profile, "capacity", link -> LinkWords.of(link.capacity()));
    row(profile, "delay", link -> Units.time(link.delay()) + " one-way");
    row(profile, "jitter", link -> LinkWords.of(link.jitter()));
    row(profile, "loss", NetworkText::loss);
    row(profile, "duplicate", link -> share(link.duplicate()));
    row(profile, "reorder", link -> LinkWords.of(link.reorder()));
    row(profile, "corrupt", link -> share(link.corrupt()));
    row(profile, "outage", link -> link.outage() ? "yes" : "none");
    row(profile, "MTU", link -> link.mtu() + " bytes");
    row(profile, "queue", NetworkText::queue);
    row(profile, "overhead", link -> link.overheadBytes() + " bytes a packet");
    profile.schedule().changes().forEach(this::print);
  }

  private void row(NetworkProfile profile, String what, Function<LinkProfile, String> words) {
    String down = words.apply(profile.downlink());
    String up = words.apply(profile.uplink());
    if (down.equals(up)) {
      out.printf("  %-10s %s%n", what, down);
    } else {
      out.printf("  %-10s down: %s%n", what, down);
      out.printf("  %-10s up:   %s%n", "", up);
    }
  }

  private static String share(double share) {
    return share == 0 ? "none" : Units.percent(share);
  }

  private static String loss(LinkProfile link) {
    boolean after = link.lossPlace() == LinkProfile.LossPlace.AFTER_BOTTLENECK;
    return LinkWords.of(link.loss()) + (after ? ", after the bottleneck" : "");
  }

  private static String queue(LinkProfile link) {
    return link.capacity() instanceof Capacity.Unlimited
        ? "none, without a bottleneck"
        : LinkWords.of(link.queue());
  }

  private void print(Schedule.Change change) {
    String when =
        change.when() instanceof Schedule.When.At at
            ? "at " + Units.time(at.time())
            : "when '" + ((Schedule.When.On) change.when()).event() + "' is said";
    String ramp =
        change.ramp().isZero() ? "" : ", in a straight line over " + Units.time(change.ramp());
    String down = LinkWords.of(change.downlink());
    String up = LinkWords.of(change.uplink());
    String what =
        down.equals(up)
            ? "both: " + up
            : (down.isEmpty() ? "" : "down: " + down)
                + (down.isEmpty() || up.isEmpty() ? "" : "; ")
                + (up.isEmpty() ? "" : "up: " + up);
    out.printf("  %s%s, %s%n", when, ramp, what);
  }
}
