package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.pages.Browser.Kind;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

/** No real address leaves a page whose peer connections are to go through a relay. */
@Test(groups = "browser")
public class RelayRewritingTest {
  /** Below the ports that a system hands out, so that no real port is one of these. */
  private static final int FIRST_PORT = 20_000;

  @DataProvider
  public Object[][] kinds() {
    return new Object[][] {{Kind.CHROMIUM}, {Kind.FIREFOX}};
  }

  @Test(dataProvider = "kinds")
  public void thePageSeesTheSameAndNothingRealLeaves(Kind kind) {
    try (PageServer server = PageServer.start(PageServerOptions.defaults());
        Browser browser = start(kind, false)) {
      JsonNode without = outcome(browser, server, "relayed.html");
      JsonNode with = outcome(browser, server, "relayed.html" + sockets(100));
      assertEquals(with.path("seen").toPrettyString(), without.path("seen").toPrettyString());
      assertNothingRealLeft(with);
      assertSockets(events(with, "relay-candidate"));
      assertCredentialsComeFirst(with);
      assertServers(with);
      assertWithheldWhereSocketsRanOut(outcome(browser, server, "relayed.html" + sockets(6)));
    }
  }

  @Test(dataProvider = "kinds")
  public void namesThatHideAddressesAreReplacedToo(Kind kind) {
    try (PageServer server = PageServer.start(PageServerOptions.defaults());
        Browser browser = start(kind, true)) {
      JsonNode with = outcome(browser, server, "relayed.html" + sockets(100));
      List<JsonNode> hidden =
          own(events(with, "relay-candidate"))
              .filter(each -> each.path("address").stringValue().endsWith(".local"))
              .toList();
      assertFalse(hidden.isEmpty(), "No .local candidate in " + events(with, "relay-candidate"));
      assertNothingRealLeft(with);
      assertSockets(hidden);
    }
  }

  private static void assertWithheldWhereSocketsRanOut(JsonNode outcome) {
    List<JsonNode> candidates = events(outcome, "relay-candidate");
    assertTrue(candidates.stream().anyMatch(each -> each.path("socket").isNull()));
    assertNothingRealLeft(outcome);
    List<String> low =
        events(outcome, "relay-low").stream()
            .map(each -> each.path("address").stringValue())
            .toList();
    assertEquals(Set.copyOf(low), Set.copyOf(addresses()));
    assertEquals(low.size(), addresses().size(), "Once per address and refill: " + low);
    String remote = outcome.path("seen").path("remoteDescription").toString();
    for (String foreign : List.of("198.51.100.7 4000 typ", "203.0.113.9 4003 typ srflx raddr")) {
      assertTrue(remote.contains(foreign), remote);
    }
  }

  private static Browser start(Kind kind, boolean hidesAddresses) {
    if (!Browser.installed(kind)) {
      throw new SkipException("No driver for " + kind + " on this machine");
    }
    return Browser.start(kind, hidesAddresses);
  }

  private JsonNode outcome(Browser browser, PageServer server, String page) {
    server.addModules("foreign", getClass().getClassLoader(), "modules");
    browser.open(server.uri().resolve("x/foreign/" + page));
    return browser.run(
        "return new Promise((resolve) => { const look = () => globalThis.outcome"
            + " ? resolve(globalThis.outcome) : setTimeout(look, 20); look(); });");
  }

  private static void assertNothingRealLeft(JsonNode outcome) {
    String left = outcome.path("left").toString().replaceAll("a=(rtpmap|fmtp)[^\\\\]*", "");
    for (JsonNode real : own(events(outcome, "relay-candidate")).toList()) {
      String port = real.path("port").asString();
      assertFalse(
          Pattern.compile("(?<![\\d.])" + port + "(?![\\d.])").matcher(left).find(),
          "Port " + port + " of " + real + " is in " + left);
    }
    assertFalse(left.contains(".local"), left);
    assertFalse(left.contains(" tcptype "), left);
    Pattern related = Pattern.compile("raddr (?!0\\.0\\.0\\.0 rport 9|:: rport 9)");
    assertFalse(related.matcher(left).find(), left);
  }

  /** Each candidate has one socket of its own, on the same interface. */
  private static void assertSockets(List<JsonNode> candidates) {
    Set<JsonNode> sockets = new HashSet<>();
    Set<String> lines = new HashSet<>();
    Set<String> generations = new HashSet<>();
    for (JsonNode each : candidates) {
      JsonNode socket = each.path("socket");
      assertTrue(sockets.add(socket), "Twice: " + socket + " in " + candidates);
      assertTrue(socket.path("port").intValue() >= FIRST_PORT, each.toString());
      String real = each.path("address").stringValue();
      String leased = socket.path("address").stringValue();
      if (addresses().contains(real)) {
        assertEquals(leased, real);
      }
      assertEquals(leased.contains(":"), real.contains(":"), each.toString());
      lines.add(each.path("mLine").toString());
      generations.add(each.path("ufrag").stringValue());
    }
    assertTrue(lines.containsAll(Set.of("0", "1", "2")), "Unbundled m-lines: " + lines);
    assertTrue(generations.size() >= 4, "Two ends, two generations: " + generations);
  }

  private static void assertCredentialsComeFirst(JsonNode outcome) {
    Set<String> known = new HashSet<>();
    for (JsonNode message : outcome.path("sent")) {
      JsonNode data = message.path("data");
      String generation = message.path("pc") + " " + data.path("own") + data.path("ufrag");
      if (message.path("name").asString("").equals("relay-credentials")) {
        assertTrue(known.add(generation), "Once for " + message);
        assertTrue(data.path("pwd").stringValue().length() >= 22, message.toString());
      } else if (message.path("name").asString("").equals("relay-candidate")) {
        assertTrue(known.contains(generation), "No credentials before " + message);
      }
    }
    assertTrue(known.size() >= 8, known.toString());
  }

  private static void assertServers(JsonNode outcome) {
    Map<String, JsonNode> byPort = new HashMap<>();
    events(outcome, "relay-server").forEach(each -> byPort.put(each.path("port").asString(), each));
    assertEquals(byPort.keySet(), Set.of("3479", "3478"));
    JsonNode turn = byPort.getOrDefault("3478", outcome);
    assertEquals(turn.path("host").stringValue(), "192.0.2.77");
    assertEquals(turn.path("username").stringValue(), "u");
    assertEquals(turn.path("credential").stringValue(), "c-secret");
    assertTrue(turn.path("socket").path("port").intValue() >= FIRST_PORT);
    assertEquals(events(outcome, "relay-tcp-server").size(), 2);
    assertFalse(events(outcome, "pc-created").toString().contains("-secret"));
  }

  private static Stream<JsonNode> own(List<JsonNode> candidates) {
    return candidates.stream().filter(each -> each.path("own").booleanValue());
  }

  private static List<JsonNode> events(JsonNode outcome, String name) {
    return StreamSupport.stream(outcome.path("sent").spliterator(), false)
        .filter(each -> each.path("name").asString("").equals(name))
        .map(each -> each.path("data"))
        .toList();
  }

  private static String sockets(int perAddress) {
    return "?sockets=" + perAddress + "&addresses=" + String.join(",", addresses());
  }

  /** This machine's addresses that a browser gathers, as browsers spell them. */
  private static List<String> addresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .map(each -> each.replaceAll("%.*", "").replaceAll("(:0)+:", "::"))
          .toList();
    } catch (SocketException e) {
      throw new AssertionError(e);
    }
  }
}
