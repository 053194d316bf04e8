package dev.parley.harness.endpoint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lends whole browser processes, and keeps returned ones warm; safe for use by many threads.
 *
 * <p>Closing it kills every browser, lent ones too, within a few seconds.
 */
public final class EndpointPool implements AutoCloseable {
  private final BrowserLauncher launcher;
  private final LaunchOptions options;
  private final ProcessWatch watch = new ProcessWatch();
  private final Deque<BrowserProcess> idle = new ArrayDeque<>();
  private final Set<BrowserProcess> lent = new HashSet<>();
  private boolean closed;

  /** A pool of browsers that belong to a run, with nothing special for any family. */
  public EndpointPool(OwnedRun run, LaunchOptions options) {
    this(run, options, Map.of());
  }

  /**
   * As above.
   *
   * @param firefoxEnvironment what Firefox alone is given, as the way to its sound server
   */
  public EndpointPool(OwnedRun run, LaunchOptions options, Map<String, String> firefoxEnvironment) {
    SeleniumLog.quieten();
    this.options = options;
    this.launcher =
        new BrowserLauncher(run, options, new DriverCommands(options, firefoxEnvironment), watch);
  }

  /**
   * Lends a browser: a warm one with a new user context if there is one, else a fresh process.
   *
   * @throws EndpointException of kind {@code browser-start} or {@code driver-hung}; nothing is left
   *     running then
   */
  public Lease lease(Endpoint endpoint) {
    return lend(endpoint);
  }

  /** As {@link #lease}, for those in this package who want more of it. */
  BrowserLease lend(Endpoint endpoint) {
    Optional<BrowserProcess> warm = takeIdle(endpoint);
    while (warm.isPresent()) {
      BrowserProcess process = warm.get();
      if (process.fit()) {
        try {
          return new BrowserLease(this, process);
        } catch (EndpointException e) {
          process.fail(e);
        }
      }
      giveBack(process, false);
      warm = takeIdle(endpoint);
    }
    return fresh(endpoint);
  }

  private BrowserLease fresh(Endpoint endpoint) {
    BrowserProcess process = launcher.launch(endpoint);
    if (!register(process)) {
      process.close();
      throw new EndpointException("closed", "the pool of browsers is closed");
    }
    try {
      return new BrowserLease(this, process);
    } catch (EndpointException e) {
      giveBack(process, false);
      throw e;
    }
  }

  private synchronized boolean register(BrowserProcess process) {
    return !closed && lent.add(process);
  }

  private synchronized Optional<BrowserProcess> takeIdle(Endpoint endpoint) {
    if (closed) {
      throw new EndpointException("closed", "the pool of browsers is closed");
    }
    Optional<BrowserProcess> found =
        idle.stream().filter(process -> process.endpoint().equals(endpoint)).findFirst();
    found.ifPresent(
        process -> {
          idle.remove(process);
          lent.add(process);
        });
    return found;
  }

  /** Takes a process back; an unfit one, or one too many, is ended. */
  void giveBack(BrowserProcess process, boolean reusable) {
    Optional<BrowserProcess> ended;
    synchronized (this) {
      lent.remove(process);
      boolean keep = reusable && !closed && options.maxIdle() > 0;
      if (keep) {
        idle.addLast(process);
      }
      ended =
          keep
              ? Optional.ofNullable(idle.size() > options.maxIdle() ? idle.pollFirst() : null)
              : Optional.of(process);
    }
    ended.ifPresent(BrowserProcess::close);
  }

  @Override
  public void close() {
    List<BrowserProcess> all;
    synchronized (this) {
      closed = true;
      all = Stream.concat(idle.stream(), lent.stream()).toList();
      idle.clear();
      lent.clear();
    }
    all.parallelStream().forEach(BrowserProcess::close);
    watch.close();
  }
}
