package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.pages.Browser.Kind;
import java.util.List;
import java.util.Map;
import org.testng.SkipException;
import org.testng.annotations.Test;

/** The page for people: join, be told when there is no place, see figures, leave, join again. */
@Test(groups = "browser")
public class ServePageTest {

  @Test
  public void twoPeopleHaveACallAndAThirdIsTold() {
    for (Kind kind : Kind.values()) {
      if (!Browser.installed(kind)) {
        throw new SkipException("No driver for " + kind + " on this machine");
      }
    }
    Recorder recorder = new Recorder();
    try (PageServer server = PageServer.start(PageServerOptions.defaults());
        PageCall lobby = server.openLobby(recorder);
        Browser one = Browser.start(Kind.CHROMIUM);
        Browser two = Browser.start(Kind.FIREFOX)) {
      one.open(server.uri());
      two.open(server.uri());
      click(one, "page");
      awaitText(one, "#status", "Waiting for a second tab");
      click(two, "device");
      awaitFrames(recorder, "offerer", 1);
      awaitFrames(recorder, "answerer", 1);
      lobby.send("offerer", live(1_500_000));
      awaitText(one, "#live td:nth-child(3)", "1.50 Mbit/s");
      assertThirdIsTold(server, recorder);
      click(two, "leave");
      awaitText(one, "#status", "Waiting for a second tab");
      click(two, "page");
      awaitFrames(recorder, "offerer", 2);
      awaitFrames(recorder, "answerer", 2);
      assertEquals(recorder.events("offerer", "error"), List.of());
    }
  }

  private static void assertThirdIsTold(PageServer server, Recorder recorder) {
    try (Browser three = Browser.start(Kind.CHROMIUM)) {
      three.open(server.uri());
      click(three, "page");
      awaitText(three, "#status", "Two tabs are in this call already");
    }
    assertTrue(recorder.refusals().stream().anyMatch(each -> each.contains("second page")));
  }

  private static Map<String, Object> live(double bitrate) {
    return Map.of(
        "type", "live",
        "participant", "offerer",
        "readings",
            List.of(
                Map.of("metric", "bitrate-in", "track", "video", "value", bitrate, "unit", "bit/s"),
                Map.of("metric", "qp", "track", "video", "state", "not-reported")));
  }

  private static void awaitFrames(Recorder recorder, String participant, int times) {
    recorder.await(
        participant + "'s first frame, " + times,
        seen -> seen.events(participant, "first-frame").size() >= times);
  }

  private static void click(Browser browser, String id) {
    var unused = browser.run("document.querySelector('#" + id + "').click(); return null");
  }

  private static void awaitText(Browser browser, String selector, String text) {
    String found =
        browser
            .run(
                "const end = performance.now() + 20000;"
                    + "return new Promise((resolve) => { const look = () => {"
                    + "const text = document.querySelector('"
                    + selector
                    + "')?.textContent ?? '';"
                    + "if (text.startsWith('"
                    + text
                    + "') || performance.now() > end) resolve(text); else setTimeout(look, 50); };"
                    + "look(); });")
            .stringValue();
    assertTrue(
        found.startsWith(text), "expected '" + text + "' in " + selector + ", found " + found);
  }
}
