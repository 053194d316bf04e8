package dev.parley.harness.endpoint;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;

/** Starts a driver, has it start a browser, and connects to both. */
final class BrowserLauncher {
  static final String LOG = "driver.log";
  private final OwnedRun run;
  private final LaunchOptions options;
  private final Capabilities capabilities;
  private final DriverCommands commands;
  private final ProcessWatch watch;
  private final AtomicInteger launches = new AtomicInteger();

  BrowserLauncher(
      OwnedRun run, LaunchOptions options, DriverCommands commands, ProcessWatch watch) {
    this.run = run;
    this.options = options;
    this.capabilities = new Capabilities(options, Privileges.root());
    this.commands = commands;
    this.watch = watch;
  }

  /**
   * Launches.
   *
   * @throws EndpointException of kind {@code browser-start} or {@code driver-hung}; nothing is left
   *     running then
   */
  BrowserProcess launch(Endpoint endpoint) {
    Path folder = run.folder().resolve("b" + launches.incrementAndGet());
    OwnedDriver driver = null;
    try {
      Files.createDirectories(folder);
      driver = new OwnedDriver(run, commands.of(endpoint, folder), folder.resolve(LOG));
      driver.start();
      return connect(endpoint, driver, folder);
    } catch (IOException e) {
      throw failed(
          driver, folder, new EndpointException("browser-start", couldNot(endpoint, e), e));
    } catch (EndpointException e) {
      throw failed(driver, folder, e);
    }
  }

  private BrowserProcess connect(Endpoint endpoint, OwnedDriver driver, Path folder)
      throws IOException {
    HttpCommandExecutor executor =
        new HttpCommandExecutor(
            ClientConfig.defaultConfig()
                .baseUrl(driver.getUrl())
                .connectionTimeout(options.commandTimeout())
                .readTimeout(options.launchTimeout()));
    Bidi bidi = null;
    try {
      Path profile = Files.createDirectories(folder.resolve("profile"));
      RemoteWebDriver session = new RemoteWebDriver(executor, capabilities.of(endpoint, profile));
      CompletableFuture<EndpointException> fault = new CompletableFuture<>();
      bidi = new Bidi(socket(session), options.commandTimeout(), fault);
      ProcessIdentity browser = browserOf(session, driver);
      run.started(browser, endpoint.alias());
      BrowserProcess process =
          new BrowserProcess(
              endpoint,
              driver,
              session,
              bidi,
              new BrowserProcess.Parts(browser, watch, folder, fault));
      process.page().begin();
      return process;
    } catch (WebDriverException | IllegalStateException e) {
      Connections.release(executor, bidi);
      throw refused(endpoint, driver, e);
    }
  }

  private EndpointException refused(Endpoint endpoint, OwnedDriver driver, RuntimeException e) {
    if (interrupted(e)) {
      Thread.currentThread().interrupt();
      return new EndpointException("interrupted", "interrupted while a browser started", e);
    }
    if (e instanceof TimeoutException || e.getCause() instanceof TimeoutException) {
      return new EndpointException(
          "driver-hung",
          "%s did not start %s within %d s%s"
              .formatted(
                  endpoint.driver(),
                  endpoint.binary(),
                  options.launchTimeout().toSeconds(),
                  driver.owned().said()),
          e);
    }
    return new EndpointException("browser-start", couldNot(endpoint, e) + driver.owned().said(), e);
  }

  private static boolean interrupted(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        return true;
      }
    }
    return Thread.currentThread().isInterrupted();
  }

  private static String couldNot(Endpoint endpoint, Exception e) {
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return "%s (%s) could not be started: %s".formatted(endpoint.alias(), endpoint.binary(), said);
  }

  private static EndpointException failed(
      @Nullable OwnedDriver driver, Path folder, EndpointException e) {
    List<String> log = List.of();
    if (driver != null) {
      driver.stop();
      log = driver.lastLines();
    }
    Uninterrupted.run(() -> Folders.delete(folder));
    return e.withDriverLog(log);
  }

  private static URI socket(RemoteWebDriver session) {
    return Optional.ofNullable(session.getCapabilities().getCapability("webSocketUrl"))
        .filter(String.class::isInstance)
        .map(url -> URI.create((String) url))
        .orElseThrow(() -> new IllegalStateException("the driver offers no WebDriver BiDi"));
  }

  /** The process that the driver tells of, else the eldest that the driver started. */
  private static ProcessIdentity browserOf(RemoteWebDriver session, OwnedDriver driver) {
    Stream<Long> told =
        Stream.of("moz:processID", "goog:processID", "ms:processID")
            .map(session.getCapabilities()::getCapability)
            .filter(Number.class::isInstance)
            .map(number -> ((Number) number).longValue());
    Stream<Long> children = driver.owned().process().children().map(ProcessHandle::pid).sorted();
    return Stream.concat(told, children)
        .flatMap(pid -> ProcessIdentity.of(pid).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the browser ended as soon as it started"));
  }
}
