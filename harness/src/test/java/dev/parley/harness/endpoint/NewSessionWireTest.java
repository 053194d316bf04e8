package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The new-session request of each family, as a driver receives it. */
@SuppressWarnings("NullAway.Init") // TestNG sets the field up
public final class NewSessionWireTest {
  private Sandbox box;

  @BeforeMethod
  void open() {
    box = new Sandbox();
  }

  @AfterMethod(alwaysRun = true)
  void close() {
    box.close();
  }

  /** Asks the stub for a session and gives what it was asked for. */
  private JsonNode request(Family family, boolean headed) throws IOException {
    Path requests = box.path("request.json");
    Path driver =
        StubDriver.script(box, DriverPlaces.name(family), "156.0.0.0", requests, "answer");
    Path browser = box.tool("bin/the-browser", "Browser 156.0.0.1");
    Endpoint endpoint =
        new Endpoint(family.word(), family, browser, "156.0.0.1", driver, "156.0.0.0");
    try (OwnedRun run = box.run();
        EndpointPool pool = new EndpointPool(run, LaunchOptions.defaults().withHeaded(headed))) {
      EndpointException e = expectThrows(EndpointException.class, () -> pool.lease(endpoint));
      assertEquals(e.kind(), "browser-start", e.getMessage());
      assertTrue(e.getMessage().contains("no WebDriver BiDi"), e.getMessage());
    }
    JsonNode body = JsonMapper.builder().build().readTree(Files.readString(requests));
    return merged(body.required("capabilities"));
  }

  private static JsonNode merged(JsonNode capabilities) {
    JsonNode first = capabilities.path("firstMatch").path(0);
    return first.isEmpty() ? capabilities.required("alwaysMatch") : first;
  }

  private static List<String> texts(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asString).toList();
  }

  @DataProvider
  Object[][] chromiums() {
    return new Object[][] {
      {Family.EDGE, "ms:edgeOptions", "MicrosoftEdge"},
      {Family.CHROME, "goog:chromeOptions", "chrome"},
    };
  }

  @Test(dataProvider = "chromiums")
  void chromiumFamiliesGetTheirOptions(Family family, String key, String name) throws IOException {
    JsonNode asked = request(family, false);
    assertEquals(asked.required("browserName").asString(), name);
    assertTrue(asked.required("webSocketUrl").asBoolean());
    JsonNode options = asked.required(key);
    assertEquals(options.required("binary").asString(), box.path("bin/the-browser").toString());
    List<String> arguments = texts(options.required("args"));
    assertTrue(
        arguments.containsAll(
            List.of(
                "--use-fake-device-for-media-stream=fps=30",
                "--use-fake-ui-for-media-stream",
                "--autoplay-policy=no-user-gesture-required",
                "--disable-background-timer-throttling",
                "--disable-renderer-backgrounding",
                "--disable-backgrounding-occluded-windows",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--headless=new")),
        arguments.toString());
    assertEquals(arguments.stream().filter(a -> a.startsWith("--disable-features=")).count(), 1);
    assertTrue(
        arguments.stream()
            .anyMatch(a -> a.contains("WebRtcHideLocalIpsWithMdns,CalculateNativeWinOcclusion")));
    assertEquals(arguments.contains("--no-sandbox"), Privileges.root());
    String profile = "--user-data-dir=" + box.path("tmp");
    assertTrue(arguments.stream().anyMatch(a -> a.startsWith(profile)), arguments.toString());
  }

  @Test
  void headedShowsTheWindow() throws IOException {
    List<String> arguments = texts(request(Family.EDGE, true).at("/ms:edgeOptions/args"));
    assertFalse(arguments.isEmpty());
    assertFalse(arguments.contains("--headless=new"), arguments.toString());
  }

  @Test
  void firefoxGetsItsPreferences() throws IOException {
    JsonNode asked = request(Family.FIREFOX, false);
    assertEquals(asked.required("browserName").asString(), "firefox");
    assertTrue(asked.required("webSocketUrl").asBoolean());
    JsonNode options = asked.required("moz:firefoxOptions");
    assertEquals(options.required("binary").asString(), box.path("bin/the-browser").toString());
    assertTrue(texts(options.required("args")).contains("-headless"));
    JsonNode prefs = options.required("prefs");
    assertTrue(prefs.required("media.navigator.streams.fake").asBoolean());
    assertTrue(prefs.required("media.navigator.permission.disabled").asBoolean());
    assertFalse(prefs.required("media.peerconnection.ice.obfuscate_host_addresses").asBoolean());
    assertEquals(prefs.required("media.autoplay.default").asInt(), 0);
    assertFalse(prefs.required("dom.timeout.enable_budget_timer_throttling").asBoolean());
  }
}
