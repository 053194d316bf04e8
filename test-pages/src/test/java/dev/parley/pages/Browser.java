package dev.parley.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real browser, driven over plain WebDriver HTTP, since this module knows no driver library. */
final class Browser implements AutoCloseable {
  enum Kind {
    CHROMIUM("chromedriver", "--port=0", "successfully on port (\\d+)"),
    FIREFOX("geckodriver", "--port=0", "Listening on 127\\.0\\.0\\.1:(\\d+)");

    private final String driver;
    private final String portOption;
    private final Pattern portLine;

    Kind(String driver, String portOption, String portLine) {
      this.driver = driver;
      this.portOption = portOption;
      this.portLine = Pattern.compile(portLine);
    }
  }

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final Duration START = Duration.ofSeconds(60);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(START).build();
  private final Process driver;
  private final Path folder;
  private final URI session;

  private Browser(Process driver, Path folder, int port, Kind kind, boolean hidesAddresses) {
    this.driver = driver;
    this.folder = folder;
    URI base = URI.create("http://127.0.0.1:" + port + "/");
    JsonNode answer = post(base.resolve("session"), capabilities(kind, hidesAddresses));
    this.session = base.resolve("session/" + answer.path("sessionId").stringValue() + "/");
  }

  /** Whether the driver and so, it is taken, the browser is on this machine. */
  static boolean installed(Kind kind) {
    return executable(kind).isPresent();
  }

  static Browser start(Kind kind) {
    return start(kind, false);
  }

  /** With {@code .local} names in the place of host addresses, or without. */
  static Browser start(Kind kind, boolean hidesAddresses) {
    try {
      Path folder = Files.createTempDirectory("parley-browser");
      ProcessBuilder builder =
          new ProcessBuilder(executable(kind).orElseThrow().toString(), kind.portOption)
              .redirectErrorStream(true);
      // Browsers leave files behind when they are killed; here they go with the folder.
      builder.environment().put("TMPDIR", folder.toString());
      Process driver = builder.start();
      try {
        return new Browser(driver, folder, port(driver, kind), kind, hidesAddresses);
      } catch (RuntimeException e) {
        end(driver, folder);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open(URI page) {
    post(session.resolve("url"), Map.of("url", page.toString()));
  }

  /** Runs a function body; its returned promise is awaited. */
  JsonNode run(String body) {
    return post(session.resolve("execute/sync"), Map.of("script", body, "args", List.of()));
  }

  @Override
  public void close() {
    try {
      send(HttpRequest.newBuilder(URI.create(session.toString().replaceAll("/$", ""))).DELETE());
    } finally {
      end(driver, folder);
    }
  }

  private JsonNode post(URI uri, Object body) {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.timeout(START).build(), HttpResponse.BodyHandlers.ofString());
      JsonNode value = MAPPER.readTree(response.body()).path("value");
      if (response.statusCode() != 200) {
        throw new IllegalStateException(value.path("error") + ": " + value.path("message"));
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int port(Process driver, Kind kind) {
    BufferedReader reader = driver.inputReader();
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Thread drain =
        new Thread(
            () -> {
              reader
                  .lines()
                  .forEach(
                      line -> {
                        Matcher matcher = kind.portLine.matcher(line);
                        if (matcher.find()) {
                          port.complete(Integer.valueOf(matcher.group(1)));
                        }
                      });
            },
            kind.driver + "-output");
    drain.setDaemon(true);
    drain.start();
    return port.orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
  }

  private static void end(Process driver, Path folder) {
    List<ProcessHandle> all =
        Stream.concat(driver.descendants(), Stream.of(driver.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> executable(Kind kind) {
    Stream<Path> folders =
        Stream.concat(
            Pattern.compile(":").splitAsStream(System.getenv("PATH")).map(Path::of),
            Stream.of(Path.of(System.getProperty("user.home"), ".cargo", "bin")));
    return folders.map(each -> each.resolve(kind.driver)).filter(Files::isExecutable).findFirst();
  }

  private static Object capabilities(Kind kind, boolean hidesAddresses) {
    Map<String, Object> options =
        kind == Kind.CHROMIUM
            ? Map.of("goog:chromeOptions", Map.of("args", chromiumArguments(hidesAddresses)))
            : Map.of(
                "moz:firefoxOptions",
                Map.of("args", List.of("-headless"), "prefs", firefoxPrefs(hidesAddresses)));
    var always = new java.util.HashMap<String, Object>(options);
    always.put("acceptInsecureCerts", true);
    return Map.of("capabilities", Map.of("alwaysMatch", always));
  }

  private static List<String> chromiumArguments(boolean hidesAddresses) {
    Stream<String> common =
        Stream.of(
            "--headless=new",
            "--no-sandbox",
            "--use-fake-device-for-media-stream=fps=30",
            "--autoplay-policy=no-user-gesture-required",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    // Who may open a camera may know the addresses as well.
    Stream<String> shown =
        Stream.of(
            "--use-fake-ui-for-media-stream", "--disable-features=WebRtcHideLocalIpsWithMdns");
    return Stream.concat(common, hidesAddresses ? Stream.of() : shown).toList();
  }

  private static Map<String, Object> firefoxPrefs(boolean hidesAddresses) {
    return Map.of(
        "media.navigator.streams.fake",
        true,
        "media.navigator.permission.disabled",
        true,
        "media.peerconnection.ice.obfuscate_host_addresses",
        hidesAddresses,
        "media.autoplay.default",
        0);
  }
}
