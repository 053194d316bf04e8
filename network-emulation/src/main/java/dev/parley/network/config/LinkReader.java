package dev.parley.network.config;

import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkProfile.LossPlace;
import dev.parley.network.model.Reorder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads one direction of a link, or a change of it. */
final class LinkReader {
  private static final String EXPECTED = "keys of a link, as in {capacity: 2M, delay: 40ms}";

  private final Map<String, BiFunction<LinkProfile, Setting, LinkProfile>> readers =
      new LinkedHashMap<>();
  private final CapacityReader capacity;

  LinkReader(Path folder) {
    capacity = new CapacityReader(folder);
    readers.put("capacity", (link, s) -> link.withCapacity(capacity.read(s)));
    readers.put("delay", LinkReader::delay);
    readers.put("jitter", (link, s) -> link.withJitter(JitterReader.read(s)));
    readers.put("loss", (link, s) -> link.withLoss(LossReader.read(s)));
    readers.put("lossPlace", (link, s) -> link.withLoss(link.loss(), lossPlace(s)));
    readers.put("duplicate", (link, s) -> link.withDuplicate(Quantities.share(s)));
    readers.put("reorder", (link, s) -> link.withReorder(reorder(s)));
    readers.put("corrupt", (link, s) -> link.withCorrupt(Quantities.share(s)));
    readers.put("outage", (link, s) -> link.withOutage(s.flag()));
    readers.put("mtu", LinkReader::mtu);
    readers.put("queue", (link, s) -> link.withQueue(QueueReader.read(s)));
    readers.put("overheadBytes", LinkReader::overhead);
  }

  /** A link with what a setting says of it. */
  LinkProfile read(LinkProfile base, Setting setting) {
    setting.keys(EXPECTED, List.copyOf(readers.keySet()));
    LinkProfile link = base;
    for (String key : readers.keySet()) {
      if (setting.at(key).isPresent()) {
        link = readers.get(key).apply(link, setting.required(key));
      }
    }
    return link;
  }

  /** A change of what can change while a link is in use. */
  LinkChange change(Setting setting) {
    setting.keys(
        "keys of a change, as in {capacity: 2M}",
        List.of("capacity", "delay", "jitter", "loss", "outage", "queue"));
    LinkProfile link = read(LinkProfile.IDEAL, setting);
    return new LinkChange(
        setting.at("capacity").isPresent() ? link.capacity() : null,
        setting.at("delay").isPresent() ? link.delay() : null,
        setting.at("jitter").isPresent() ? link.jitter() : null,
        setting.at("loss").isPresent() ? link.loss() : null,
        setting.at("outage").isPresent() ? link.outage() : null,
        setting.at("queue").isPresent() ? link.queue() : null);
  }

  private static LinkProfile delay(LinkProfile link, Setting setting) {
    Duration delay = Quantities.time(setting);
    return setting.made(() -> link.withDelay(delay));
  }

  private static LinkProfile mtu(LinkProfile link, Setting setting) {
    int mtu = setting.whole("a whole number of bytes, as in 1500");
    return setting.made(() -> link.withMtu(mtu));
  }

  private static LinkProfile overhead(LinkProfile link, Setting setting) {
    int bytes = setting.whole("a whole number of bytes, as in 28");
    return setting.made(() -> link.withOverheadBytes(bytes));
  }

  private static Reorder reorder(Setting setting) {
    setting.keys("{share: 1%, heldBack: 20ms}", List.of("share", "heldBack"));
    double share = Quantities.share(setting.required("share"));
    Duration heldBack = Quantities.time(setting.required("heldBack"));
    return setting.made(() -> new Reorder(share, heldBack));
  }

  private static LossPlace lossPlace(Setting setting) {
    String expected = "before or after (the bottleneck)";
    return switch (setting.word(expected)) {
      case "before" -> LossPlace.BEFORE_BOTTLENECK;
      case "after" -> LossPlace.AFTER_BOTTLENECK;
      default -> throw setting.unlike(expected);
    };
  }
}
