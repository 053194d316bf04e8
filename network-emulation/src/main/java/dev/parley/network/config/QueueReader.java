package dev.parley.network.config;

import dev.parley.network.model.Queue;
import dev.parley.network.model.Queue.Limit;
import dev.parley.network.model.Units;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a queue: its limit alone is one that drops the newest. */
final class QueueReader {
  private static final String LIMIT = "a limit as in 300ms, 100 packets or 64000 bytes";
  private static final String EXPECTED =
      LIMIT + ", codel, {dropTail: LIMIT}, {dropHead: LIMIT} or {codel: {...}}";
  private static final Pattern COUNTED = Pattern.compile("(\\d{1,9}) (packets|bytes)");
  private static final Queue.CoDel STANDARD = Queue.CoDel.standard();

  private QueueReader() {}

  static Queue read(Setting setting) {
    if (!setting.isObject()) {
      return setting.word(EXPECTED).equals("codel")
          ? STANDARD
          : new Queue.DropTail(limit(setting, EXPECTED));
    }
    String kind = setting.oneOf(EXPECTED, List.of("dropTail", "dropHead", "codel"));
    setting.keys(EXPECTED, List.of(kind));
    Setting inner = setting.required(kind);
    return switch (kind) {
      case "dropTail" -> new Queue.DropTail(limit(inner, LIMIT));
      case "dropHead" -> new Queue.DropHead(limit(inner, LIMIT));
      default -> codel(inner);
    };
  }

  private static Queue codel(Setting setting) {
    setting.keys(
        "{target: 5ms, interval: 100ms, limit: 1000 packets}",
        List.of("target", "interval", "limit"));
    Duration target = setting.at("target").map(Quantities::time).orElse(STANDARD.target());
    Duration interval = setting.at("interval").map(Quantities::time).orElse(STANDARD.interval());
    Limit limit = setting.at("limit").map(s -> limit(s, LIMIT)).orElse(STANDARD.limit());
    return setting.made(() -> new Queue.CoDel(target, interval, limit));
  }

  private static Limit limit(Setting setting, String expected) {
    Matcher counted = COUNTED.matcher(setting.word(expected));
    if (!counted.matches()) {
      Duration time = Quantities.read(setting, expected, Units::time);
      return setting.made(() -> new Limit.Time(time));
    }
    int count = Integer.parseInt(counted.group(1));
    return setting.made(() -> counted(counted.group(2), count));
  }

  private static Limit counted(String unit, int count) {
    return unit.equals("packets") ? new Limit.Packets(count) : new Limit.Bytes(count);
  }
}
