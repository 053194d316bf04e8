package dev.parley.harness.call;

import dev.parley.harness.endpoint.Family;
import dev.parley.harness.stats.CapabilityMap;
import dev.parley.harness.stats.RawSample;
import dev.parley.harness.stats.StatsNormalizer;
import dev.parley.pages.PageCall;
import dev.parley.pages.PageListener;
import dev.parley.pages.PageMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Normalises what the pages of a lobby sample, and sends it back to be shown. */
public final class LiveView implements PageListener {

  /** One page's browser, and a normaliser for each of its connections. */
  private record Page(CapabilityMap capabilities, Map<String, StatsNormalizer> connections) {}

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final AtomicReference<Optional<PageCall>> lobby = new AtomicReference<>(Optional.empty());

  /** Says where to show the figures. */
  public void showIn(PageCall call) {
    lobby.set(Optional.of(call));
  }

  @Override
  public void received(String participant, PageMessage message, long nanos) {
    if (message instanceof PageMessage.Hello hello) {
      CapabilityMap capabilities = new CapabilityMap(family(hello.userAgent()), "");
      pages.put(participant, new Page(capabilities, new ConcurrentHashMap<>()));
    } else if (message instanceof PageMessage.Stats stats) {
      show(participant, stats);
    }
  }

  private void show(String participant, PageMessage.Stats stats) {
    Page page = pages.get(participant);
    Optional<PageCall> call = lobby.get();
    if (page == null || call.isEmpty()) {
      return;
    }
    StatsNormalizer normalizer =
        page.connections()
            .computeIfAbsent(stats.pc(), pc -> new StatsNormalizer(page.capabilities()));
    RawSample raw = new RawSample(stats.pc(), stats.number(), stats.pageMs(), stats.report());
    normalizer
        .accept(raw)
        .map(sample -> LiveReadings.message(participant, sample.readings()))
        .ifPresent(message -> pages.keySet().forEach(viewer -> call.get().send(viewer, message)));
  }

  @Override
  public void closed(String participant, int code, String reason) {
    pages.remove(participant);
  }

  @Override
  public void refused(String participant, String what) {}

  private static Family family(String userAgent) {
    if (userAgent.contains("Firefox/")) {
      return Family.FIREFOX;
    }
    return userAgent.contains("Edg/") ? Family.EDGE : Family.CHROME;
  }
}
