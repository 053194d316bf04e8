package dev.parley.harness.endpoint;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A running browser, its driver and the connection to it. */
final class BrowserProcess implements AutoCloseable {
  private final Endpoint endpoint;
  private final OwnedDriver driver;
  private final RemoteWebDriver session;
  private final Bidi bidi;
  private final ProcessIdentity browser;
  private final ProcessWatch watch;
  private final Path folder;
  private final CompletableFuture<EndpointException> fault;
  private final PageWatch page;
  private final AtomicBoolean ending = new AtomicBoolean();
  private int uses;

  BrowserProcess(
      Endpoint endpoint, OwnedDriver driver, RemoteWebDriver session, Bidi bidi, Parts parts) {
    this.endpoint = endpoint;
    this.driver = driver;
    this.session = session;
    this.bidi = bidi;
    this.browser = parts.browser();
    this.watch = parts.watch();
    this.folder = parts.folder();
    this.fault = parts.fault();
    this.page = new PageWatch(this);
    watch.watch(browser, () -> gone("browser", browser.pid()));
    Process driverProcess = driver.owned().process();
    CompletableFuture<?> unused =
        driverProcess.onExit().thenRun(() -> gone("driver", driverProcess.pid()));
  }

  /** What goes with the process beside its connections. */
  record Parts(
      ProcessIdentity browser,
      ProcessWatch watch,
      Path folder,
      CompletableFuture<EndpointException> fault) {}

  private void gone(String what, long pid) {
    if (!ending.get()) {
      fail(
          new EndpointException(
              "browser-crash",
              "the %s of %s (process %d) ended unasked%s"
                  .formatted(what, endpoint.alias(), pid, driver.owned().said())));
    }
  }

  /** Records what is wrong; the first word stands. */
  void fail(EndpointException what) {
    fault.complete(what);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  Bidi bidi() {
    return bidi;
  }

  PageWatch page() {
    return page;
  }

  long pid() {
    return browser.pid();
  }

  Path driverLog() {
    return folder.resolve(BrowserLauncher.LOG);
  }

  CompletableFuture<EndpointException> faultFuture() {
    return fault;
  }

  Optional<EndpointException> fault() {
    return fault.isDone() ? Optional.of(fault.join()) : Optional.empty();
  }

  /** Counts a use and tells how many there were before. */
  int use() {
    return uses++;
  }

  /** Whether it can serve another call: it is well and answers. */
  boolean fit() {
    return !fault.isDone() && !ending.get() && bidi.answers();
  }

  /** Kills it at once, with all its helpers, and removes its files; from any thread. */
  @Override
  public void close() {
    if (ending.compareAndSet(false, true)) {
      fault.complete(
          new EndpointException("discarded", endpoint.alias() + " was closed while in use"));
      watch.forget(browser);
      Uninterrupted.run(this::end);
    }
  }

  private void end() {
    driver.stop();
    Connections.release(session.getCommandExecutor(), bidi);
    Folders.delete(folder);
  }
}
