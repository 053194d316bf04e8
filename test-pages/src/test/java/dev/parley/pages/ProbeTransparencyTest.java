package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.pages.Browser.Kind;
import java.util.ArrayList;
import java.util.List;
import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that knows nothing of the probe sees the same with it and without. */
@Test(groups = "browser")
public class ProbeTransparencyTest {

  @DataProvider
  public Object[][] kinds() {
    return new Object[][] {{Kind.CHROMIUM}, {Kind.FIREFOX}};
  }

  @Test(dataProvider = "kinds")
  public void aForeignPageSeesTheSame(Kind kind) {
    if (!Browser.installed(kind)) {
      throw new SkipException("No driver for " + kind + " on this machine");
    }
    try (PageServer server = PageServer.start(PageServerOptions.defaults());
        Browser browser = Browser.start(kind)) {
      server.addModules("foreign", getClass().getClassLoader(), "modules");
      JsonNode without = outcome(browser, server, "foreign.html");
      JsonNode with = outcome(browser, server, "foreign.html?probe");
      assertEquals(without.path("sent").size(), 0);
      assertEquals(with.path("seen").toPrettyString(), without.path("seen").toPrettyString());
      assertTrue(with.path("restored").asBoolean());
      assertReported(with.path("sent"));
    }
  }

  @Test(dataProvider = "kinds")
  public void aSampleThatIsLostLeavesAGap(Kind kind) {
    if (!Browser.installed(kind)) {
      throw new SkipException("No driver for " + kind + " on this machine");
    }
    try (PageServer server = PageServer.start(PageServerOptions.defaults());
        Browser browser = Browser.start(kind)) {
      server.addModules("foreign", getClass().getClassLoader(), "modules");
      List<Integer> numbers = new ArrayList<>();
      outcome(browser, server, "gaps.html").forEach(each -> numbers.add(each.intValue()));
      int last = numbers.get(numbers.size() - 1);
      // A busy machine may lose more; it never loses fewer.
      assertTrue(numbers.size() <= last - 2, numbers.toString());
      assertEquals(numbers, numbers.stream().sorted().distinct().toList());
    }
  }

  private static JsonNode outcome(Browser browser, PageServer server, String page) {
    browser.open(server.uri().resolve("x/foreign/" + page));
    return browser.run(
        "return new Promise((resolve) => { const look = () => globalThis.outcome"
            + " ? resolve(globalThis.outcome) : setTimeout(look, 20); look(); });");
  }

  private static void assertReported(JsonNode sent) {
    List<String> names = new ArrayList<>();
    for (JsonNode text : sent) {
      assertFalse(text.stringValue().contains("-secret"), text.stringValue());
      JsonNode message = JsonMapper.shared().readTree(text.stringValue());
      names.add(
          message.path("type").stringValue().equals("stats")
              ? "stats"
              : message.path("name").stringValue());
    }
    for (String name :
        List.of(
            "pc-created",
            "signaling-state",
            "ice-gathering",
            "local-description",
            "remote-description",
            "local-candidate",
            "remote-candidate",
            "connection",
            "data-channel",
            "track",
            "first-packet",
            "stats",
            "error",
            "pc-closed")) {
      assertTrue(names.contains(name), name + " is not among " + names);
    }
  }
}
