package dev.parley.network.relay;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.realtime.LinkDriver;
import dev.parley.network.realtime.PreciseTimer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run's threads, sockets and shared links. */
final class RunRelay implements Relay {
  private static final long HOUSEKEEPING_NANOS = 1_000_000_000L;

  private final LinkMaker links;
  private final LinkDriver driver;
  private final Sockets sockets;
  private final Map<String, Access> shared = new HashMap<>();
  private final List<EmulatedCall> calls = new ArrayList<>();
  private boolean closed;

  RunRelay(LinkMaker links, SocketOpener opener, PreciseTimer timer) {
    this.links = links;
    this.driver = LinkDriver.start(timer);
    this.sockets = new Sockets(opener, driver);
    driver.exclusively(() -> driver.at(System.nanoTime() + HOUSEKEEPING_NANOS, this::keepHouse));
  }

  @Override
  public RelayCall open(RelayPlan plan) {
    return driver.exclusively(
        () -> {
          if (closed) {
            throw new IllegalStateException(
                "found call %s opened on a relay that is closed".formatted(plan.id()));
          }
          EmulatedCall call = new EmulatedCall(this, plan);
          calls.add(call);
          return call;
        });
  }

  LinkDriver driver() {
    return driver;
  }

  Sockets sockets() {
    return sockets;
  }

  /** The link of a seat, new unless others share it. */
  Access access(RelayPlan plan, RelayPlan.Seat seat) {
    String name = seat.sharedLink();
    return name == null
        ? create(plan, seat, seat.name())
        : shared.computeIfAbsent(name, key -> create(plan, seat, key));
  }

  private Access create(RelayPlan plan, RelayPlan.Seat seat, String name) {
    AccessLink<Datagram> link = links.create(seat.network(), plan.seed(), name);
    return new Access(name, seat.network(), link, driver, plan.captures() != null);
  }

  /** A call uses a link no longer. */
  void leave(Access access) {
    if (access.isForgotten()) {
      driver.remove(access.link());
      shared.values().remove(access);
    }
  }

  void forget(EmulatedCall call) {
    calls.remove(call);
  }

  private void keepHouse() {
    long now = System.nanoTime();
    calls.forEach(call -> call.keepHouse(now));
    driver.at(now + HOUSEKEEPING_NANOS, this::keepHouse);
  }

  @Override
  public void close() {
    List<EmulatedCall> open =
        driver.exclusively(
            () -> {
              closed = true;
              return List.copyOf(calls);
            });
    open.forEach(EmulatedCall::close);
    sockets.close();
    driver.close();
  }
}
