package dev.parley.reports.html;

import dev.parley.reports.html.page.PropertyTable;
import dev.parley.reports.html.page.PropertyTable.Head;
import dev.parley.reports.html.page.PropertyTable.Row;
import dev.parley.reports.metrics.LatenessRule;
import dev.parley.reports.model.RunEvent.NetworkSample;
import dev.parley.reports.model.RunEvent.NetworkState;
import dev.parley.reports.model.RunEvent.NetworkSummary;
import dev.parley.reports.model.RunEvent.Spread;
import dev.parley.reports.view.LinkView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Prepares what was asked of each link against what it achieved, one column for each. */
final class NetworkTable {
  private static final int MOST_STEPS = 6;

  private final List<LinkView> links;

  private NetworkTable(List<LinkView> links) {
    this.links = links;
  }

  static PropertyTable of(List<LinkView> links, Cast cast) {
    List<Head> heads =
        links.stream()
            .map(
                link ->
                    new Head(
                        link.participant(),
                        LinkWords.direction(link.direction()),
                        cast.colour(link.participant())))
            .toList();
    return new PropertyTable(heads, new NetworkTable(links).rows());
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("Capacity asked", link -> steps(link, NetworkTable::capacity)));
    rows.add(row("Rate offered", link -> rate(link, NetworkSample::offeredBytes)));
    rows.add(row("Rate delivered", link -> rate(link, NetworkSample::deliveredBytes)));
    rows.add(row("Delay asked", link -> asked(link, one -> LinkWords.askedMs(one.delayMs()))));
    rows.add(row("Jitter asked", link -> asked(link, NetworkTable::jitter)));
    rows.add(of("Delay achieved, p50 / p95 / p99 / max", one -> LinkWords.spread(one.delay())));
    rows.add(of("Jitter achieved, p95 over p50", one -> jitter(one.delay())));
    rows.add(row("Loss asked", link -> asked(link, NetworkTable::loss)));
    rows.add(row("Loss model", link -> asked(link, NetworkTable::model)));
    rows.add(of("Loss achieved", NetworkTable::achievedLoss));
    rows.add(of("Dropped by cause", one -> LinkWords.counts(one.dropped())));
    rows.add(of("Packets offered", one -> count(one.offered())));
    rows.add(of("Packets delivered", one -> count(one.delivered())));
    rows.add(of("Duplicated, corrupted", one -> one.duplicated() + ", " + one.corrupted()));
    rows.add(row("Queue asked", link -> asked(link, NetworkTable::queue)));
    rows.add(of("Queue delay, p50 / p95 / p99 / max", one -> LinkWords.spread(one.queueDelay())));
    rows.add(of("Lateness, p50 / p95 / p99 / max", one -> LinkWords.spread(one.lateness())));
    rows.add(of("More than 10 ms late", NetworkTable::late));
    rows.add(row("Kept time", NetworkTable::verdict));
    rows.add(of("Kernel drops", one -> count(one.kernelDrops())));
    return rows;
  }

  private Row row(String name, Function<LinkView, @Nullable String> value) {
    List<@Nullable String> values = new ArrayList<>();
    links.forEach(link -> values.add(value.apply(link)));
    return new Row(name, values);
  }

  private Row of(String name, Function<NetworkSummary, @Nullable String> value) {
    return row(name, link -> link.summary() == null ? null : value.apply(link.summary()));
  }

  /** What was asked for while anything could pass. */
  private static @Nullable String asked(LinkView link, Function<NetworkState, String> member) {
    return joined(link.states().stream().filter(state -> !state.outage()).map(member).toList());
  }

  private static @Nullable String steps(LinkView link, Function<NetworkState, String> member) {
    return joined(link.states().stream().map(member).toList());
  }

  /** In order, each once where it stays the same; of many only the first and the last. */
  private static @Nullable String joined(List<String> all) {
    List<String> values = new ArrayList<>();
    for (String value : all) {
      if (values.isEmpty() || !values.get(values.size() - 1).equals(value)) {
        values.add(value);
      }
    }
    if (values.isEmpty()) {
      return null;
    }
    return values.size() <= MOST_STEPS
        ? String.join(" → ", values)
        : "%s → … → %s, %d steps"
            .formatted(values.get(0), values.get(values.size() - 1), values.size());
  }

  private static String capacity(NetworkState state) {
    return state.outage() ? "outage" : LinkWords.askedCapacity(state.bitsPerSecond());
  }

  private static String jitter(NetworkState state) {
    return state.jitter() == null ? "none" : state.jitter();
  }

  private static @Nullable String jitter(@Nullable Spread delay) {
    return delay == null ? null : LinkWords.ms(delay.p95() - delay.p50());
  }

  private static String loss(NetworkState state) {
    return state.loss() == 0 ? "none" : LinkWords.askedShare(state.loss());
  }

  private static String model(NetworkState state) {
    return state.lossModel() == null ? "none" : state.lossModel();
  }

  private static String queue(NetworkState state) {
    return state.bitsPerSecond() == null ? "not used" : state.queue();
  }

  private static @Nullable String achievedLoss(NetworkSummary summary) {
    Double achieved = summary.achievedLoss();
    if (achieved == null) {
      return summary.offered() == 0 ? "no packets" : null;
    }
    String asked =
        summary.askedLoss() == null ? "" : ", asked " + LinkWords.askedShare(summary.askedLoss());
    return LinkWords.share(achieved) + asked;
  }

  /** No share of no packets. */
  private static String late(NetworkSummary summary) {
    return summary.lateness() == null ? "no packets" : LinkWords.share(summary.lateShare());
  }

  private static @Nullable String count(@Nullable Long count) {
    return count == null ? null : UnitScale.plain(count, 0);
  }

  private static @Nullable String verdict(LinkView link) {
    NetworkSummary summary = link.summary();
    if (summary == null) {
      return null;
    }
    String limits =
        "p95 ≤ %s, ≤ %s over 10 ms"
            .formatted(
                LinkWords.askedMs(LatenessRule.limitMs(link.leastDelayMs())),
                LinkWords.askedShare(LatenessRule.MOST_LATE_SHARE));
    return switch (link.lateness()) {
      case IN_TIME -> "yes: " + limits;
      case TOO_LATE -> "no, too late: expected " + limits;
      case NOT_REPORTED -> "no packets";
    };
  }

  /** Over all that was sampled; absent where nothing was. */
  private static @Nullable String rate(LinkView link, ToLongFunction<NetworkSample> bytes) {
    double ms =
        link.samples().stream().mapToDouble(sample -> sample.toMs() - sample.fromMs()).sum();
    long all = link.samples().stream().mapToLong(bytes).sum();
    return ms <= 0 ? null : LinkWords.rate(all * 8 / (ms / 1000));
  }
}
