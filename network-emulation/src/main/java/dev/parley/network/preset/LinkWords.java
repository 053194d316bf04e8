package dev.parley.network.preset;

import static java.util.stream.Collectors.joining;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.Loss;
import dev.parley.network.model.Queue;
import dev.parley.network.model.Reorder;
import dev.parley.network.model.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parts of a link in words, with their units. */
public final class LinkWords {
  private LinkWords() {}

  /** A capacity, as in {@code 1.2M}. */
  public static String of(Capacity capacity) {
    if (capacity instanceof Capacity.Constant constant) {
      return Units.rate(constant.bitsPerSecond());
    }
    if (capacity instanceof Capacity.Steps steps) {
      return steps.steps().stream()
              .map(step -> Units.rate(step.bitsPerSecond()) + " from " + Units.time(step.at()))
              .collect(joining(", "))
          + (steps.period().isZero() ? "" : ", again after " + Units.time(steps.period()));
    }
    if (capacity instanceof Capacity.Traced traced) {
      return "trace %s: %s on average, %s, %s"
          .formatted(
              traced.trace().name(),
              mean(traced),
              Units.time(Duration.ofMillis(traced.trace().lengthMillis())),
              traced.loop() ? "again and again" : "once");
    }
    return "unlimited";
  }

  /** The mean of a trace in Mbit/s, as in {@code 2.73M}. */
  public static String mean(Capacity.Traced traced) {
    return String.format(Locale.ROOT, "%.2fM", traced.trace().meanBitsPerSecond() / 1e6);
  }

  /** Jitter, as in {@code normal, sigma 5ms, cut at 3 sigma}. */
  public static String of(Jitter jitter) {
    String order = jitter.reordering() ? ", reordering" : "";
    if (jitter instanceof Jitter.Uniform uniform) {
      return "uniform, up to %s either way".formatted(Units.time(uniform.bound())) + order;
    }
    if (jitter instanceof Jitter.TruncatedNormal normal) {
      return "normal, sigma %s, cut at %s sigma"
              .formatted(Units.time(normal.sigma()), number(normal.cut()))
          + order;
    }
    if (jitter instanceof Jitter.Pareto pareto) {
      return "Pareto, scale %s, shape %s, at most %s"
              .formatted(
                  Units.time(pareto.scale()), number(pareto.shape()), Units.time(pareto.most()))
          + order;
    }
    return "none";
  }

  /** Loss, as in {@code 5%}. */
  public static String of(Loss loss) {
    if (loss instanceof Loss.Independent independent) {
      return Units.percent(independent.rate());
    }
    if (loss instanceof Loss.GilbertElliott ge) {
      return "%s on average (Gilbert-Elliott: to bad %s, to good %s, lost in good %s, in bad %s)"
          .formatted(
              Units.percent(ge.meanRate()),
              Units.percent(ge.goodToBad()),
              Units.percent(ge.badToGood()),
              Units.percent(ge.lossInGood()),
              Units.percent(ge.lossInBad()));
    }
    if (loss instanceof Loss.Periodic periodic) {
      return "%d of every %d packets, after the first %d"
          .formatted(periodic.burst(), periodic.every(), periodic.offset());
    }
    if (loss instanceof Loss.Explicit list) {
      return "%d packets of a list%s"
          .formatted(
              list.lost().size(),
              list.length() == 0 ? "" : ", again after " + list.length() + " packets");
    }
    return "none";
  }

  /** A queue, as in {@code 300ms, drops the newest}. */
  public static String of(Queue queue) {
    if (queue instanceof Queue.DropTail tail) {
      return of(tail.limit()) + ", drops the newest";
    }
    if (queue instanceof Queue.DropHead head) {
      return of(head.limit()) + ", drops the oldest";
    }
    Queue.CoDel codel = (Queue.CoDel) queue;
    return "CoDel, target %s, interval %s, at most %s"
        .formatted(Units.time(codel.target()), Units.time(codel.interval()), of(codel.limit()));
  }

  private static String of(Queue.Limit limit) {
    if (limit instanceof Queue.Limit.Packets packets) {
      return packets.most() + " packets";
    }
    if (limit instanceof Queue.Limit.Bytes bytes) {
      return bytes.most() + " bytes";
    }
    return Units.time(((Queue.Limit.Time) limit).most());
  }

  /** Reordering, as in {@code 1% held back for 20ms}. */
  public static String of(Reorder reorder) {
    return reorder.share() == 0
        ? "none"
        : "%s held back for %s"
            .formatted(Units.percent(reorder.share()), Units.time(reorder.heldBack()));
  }

  /** What a change changes, as in {@code capacity 2M, loss 5%}; empty where it changes nothing. */
  public static String of(LinkChange change) {
    List<String> words = new ArrayList<>();
    if (change.capacity() != null) {
      words.add("capacity " + of(change.capacity()));
    }
    if (change.delay() != null) {
      words.add("delay " + Units.time(change.delay()));
    }
    if (change.jitter() != null) {
      words.add("jitter " + of(change.jitter()));
    }
    if (change.loss() != null) {
      words.add("loss " + of(change.loss()));
    }
    if (change.outage() != null) {
      words.add(change.outage() ? "outage" : "no outage");
    }
    if (change.queue() != null) {
      words.add("queue " + of(change.queue()));
    }
    return String.join(", ", words);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%s", value);
  }
}
