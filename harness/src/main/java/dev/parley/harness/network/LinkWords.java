package dev.parley.harness.network;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.Loss;
import dev.parley.network.model.Queue;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parts of a link in the words of the log. */
final class LinkWords {
  private LinkWords() {}

  /** A capacity in bit/s: a trace's mean, the first of several steps; null without limit. */
  static @Nullable Double bitsPerSecond(Capacity capacity) {
    if (capacity instanceof Capacity.Constant constant) {
      return (double) constant.bitsPerSecond();
    }
    if (capacity instanceof Capacity.Steps steps) {
      return (double) steps.steps().get(0).bitsPerSecond();
    }
    return capacity instanceof Capacity.Traced traced ? traced.trace().meanBitsPerSecond() : null;
  }

  static @Nullable String jitter(Jitter jitter) {
    String order = jitter.reordering() ? ", reordering" : "";
    if (jitter instanceof Jitter.Uniform uniform) {
      return "uniform " + time(uniform.bound()) + order;
    }
    if (jitter instanceof Jitter.TruncatedNormal normal) {
      return "normal " + time(normal.sigma()) + order;
    }
    return jitter instanceof Jitter.Pareto pareto
        ? "Pareto " + time(pareto.scale()) + ", shape " + number(pareto.shape()) + order
        : null;
  }

  static @Nullable String loss(Loss loss) {
    if (loss instanceof Loss.Independent) {
      return "independent";
    }
    if (loss instanceof Loss.GilbertElliott bursts) {
      return "Gilbert-Elliott, bursts of " + number(1 / bursts.badToGood());
    }
    if (loss instanceof Loss.Periodic periodic) {
      return "periodic, %d of %d".formatted(periodic.burst(), periodic.every());
    }
    return loss instanceof Loss.Explicit ? "list" : null;
  }

  static String queue(Queue queue) {
    if (queue instanceof Queue.DropTail tail) {
      return "drop-tail " + limit(tail.limit());
    }
    if (queue instanceof Queue.DropHead head) {
      return "drop-head " + limit(head.limit());
    }
    Queue.CoDel codel = (Queue.CoDel) queue;
    return "CoDel %s, %s".formatted(time(codel.target()), limit(codel.limit()));
  }

  private static String limit(Queue.Limit limit) {
    if (limit instanceof Queue.Limit.Packets packets) {
      return packets.most() + " packets";
    }
    if (limit instanceof Queue.Limit.Bytes bytes) {
      return bytes.most() + " bytes";
    }
    return time(((Queue.Limit.Time) limit).most());
  }

  private static String time(Duration time) {
    return number(ms(time)) + " ms";
  }

  static double ms(Duration time) {
    return time.toNanos() / 1e6;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
