package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;

import org.jspecify.annotations.NullUnmarked;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

@NullUnmarked
public class LobbyTest {
  private PageServer server;
  private Recorder recorder;

  @BeforeMethod
  public void start() {
    server = PageServer.start(PageServerOptions.defaults());
    recorder = new Recorder();
    PageCall lobby = server.openLobby(recorder);
    assertEquals(lobby.pageUri("offerer"), server.uri());
  }

  @AfterMethod(alwaysRun = true)
  public void stop() {
    server.close();
  }

  @Test
  public void twoSeatsAreGivenAThirdIsRefusedAndLeavingFreesOne() {
    try (TestPage one = join();
        TestPage two = join()) {
      assertEquals(seatOf(one), "offerer");
      assertEquals(seatOf(two), "answerer");
      one.await("both seats", LobbyTest::bothTaken);
      try (TestPage three = connect()) {
        three.awaitType("full");
        assertEquals(three.closeCode(), 1013);
      }
      assertFalse(one.isClosed());
      one.leave();
      two.await(
          "the free seat",
          each ->
              each.path("type").asString("").equals("seats")
                  && each.path("taken").toString().equals("[\"answerer\"]"));
      try (TestPage again = join()) {
        assertEquals(seatOf(again), "offerer");
        again.await("both seats", LobbyTest::bothTaken);
        recorder.await(
            "its hello", seen -> seen.of("offerer", PageMessage.Hello.class).size() == 2);
      }
    }
  }

  private TestPage join() {
    TestPage page = connect();
    page.send(TestPage.HELLO);
    return page;
  }

  private TestPage connect() {
    return TestPage.connect(
        TestPage.address(server.uri(), "lobby", ""), TestPage.origin(server.uri()));
  }

  private static String seatOf(TestPage page) {
    return page.awaitType("welcome").path("participant").stringValue();
  }

  private static boolean bothTaken(JsonNode message) {
    return message.path("taken").toString().equals("[\"offerer\",\"answerer\"]");
  }
}
