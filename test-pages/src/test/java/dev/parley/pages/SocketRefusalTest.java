package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.NullUnmarked;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** After each refusal, the call's other participant is as well as before. */
@NullUnmarked
public class SocketRefusalTest {
  private static final int RATE = 200;
  private PageServer server;
  private PageCall call;
  private Recorder recorder;
  private TestPage other;

  @BeforeMethod
  public void start() {
    PageServerOptions d = PageServerOptions.defaults();
    server =
        PageServer.start(
            new PageServerOptions(
                d.address(), 0, false, d.maxMessageBytes(), RATE, Duration.ofMillis(200)));
    recorder = new Recorder();
    call = server.openCall("c", List.of("a", "b"), recorder);
    other = TestPage.join(server.uri(), "c", "b");
    recorder.await("b's hello", seen -> !seen.of("b", PageMessage.Hello.class).isEmpty());
  }

  @AfterMethod(alwaysRun = true)
  public void stop() {
    other.close();
    server.close();
  }

  @DataProvider
  public Object[][] misdeeds() {
    return Misdeed.all(RATE);
  }

  @Test(dataProvider = "misdeeds")
  public void aMisdeedClosesTheSocketAndHarmsNobodyElse(Misdeed misdeed) {
    try (TestPage page = connect("a")) {
      misdeed.deed().accept(page);
      assertTrue(misdeed.mayEndAs(page.closeCode()), "closed with " + page.closeCode());
    }
    recorder.await("the refusal", seen -> !seen.refusals().isEmpty());
    recorder.await("a's close", seen -> !seen.closings().isEmpty());
    assertEquals(recorder.refusals().size(), 1, recorder.refusals().toString());
    assertTrue(recorder.refusals().get(0).startsWith("a: "));
    assertTrue(
        recorder.closings().get(0).startsWith("a " + misdeed.code()),
        recorder.closings().toString());
    assertEquals(lastRefusal().kind(), misdeed.kind());
    assertOtherIsWell();
  }

  @Test
  public void theLargestMessageIsStillTaken() {
    try (TestPage page = TestPage.join(server.uri(), "c", "a")) {
      String empty = Misdeed.console("");
      page.send(Misdeed.console("x".repeat((1 << 20) - empty.length())));
      recorder.await("it", seen -> !seen.of("a", PageMessage.Console.class).isEmpty());
    }
  }

  @Test
  public void aFreshPageIsRefusedWhileTheSeatIsTakenAndAfterwards() {
    try (TestPage second = connect("b")) {
      assertEquals(second.closeCode(), 1013);
    }
    assertOtherIsWell();
    other.leave();
    recorder.await("b's close", seen -> !seen.closings().isEmpty());
    try (TestPage third = connect("b")) {
      assertEquals(third.closeCode(), 1013);
    }
    assertEquals(lastRefusal().kind(), "seat");
  }

  @DataProvider
  public Object[][] origins() {
    return new Object[][] {
      {null},
      {"null"},
      {"http://evil.example"},
      {"http://127.0.0.1"},
      {"http://127.0.0.1:1"},
      {"https://127.0.0.1:PORT"},
      {"http://localhost:PORT"},
      {"http://127.0.0.1:PORT.evil.example"},
    };
  }

  @Test(dataProvider = "origins")
  public void anotherOriginIsRefused(String origin) {
    String sent =
        origin == null ? null : origin.replace("PORT", String.valueOf(server.uri().getPort()));
    assertEquals(handshakeStatus(TestPage.address(server.uri(), "c", "a"), sent), 403);
    assertEquals(lastRefusal().kind(), "origin");
    recorder.await("the refusal", seen -> !seen.refusals().isEmpty());
    assertOtherIsWell();
    try (TestPage page = TestPage.join(server.uri(), "c", "a")) {
      page.awaitType("welcome");
    }
  }

  @DataProvider
  public Object[][] strangers() {
    return new Object[][] {{"c", "nobody"}, {"other", "a"}, {"", ""}, {"c", ""}, {"lobby", "a"}};
  }

  @Test(dataProvider = "strangers")
  public void anUnknownCallOrParticipantIsRefused(String callId, String participant) {
    URI address = TestPage.address(server.uri(), callId, participant);
    assertEquals(handshakeStatus(address, TestPage.origin(server.uri())), 404);
    assertEquals(lastRefusal().kind(), "seat");
    assertOtherIsWell();
  }

  @Test
  public void aSocketWithoutTheTokenIsRefused() {
    URI address = TestPage.address(server.uri(), "c", "a");
    URI wrong =
        URI.create(address.toString().replaceFirst("(//[^/]+/)[^/]+", "$1" + "A".repeat(32)));
    assertEquals(handshakeStatus(wrong, TestPage.origin(server.uri())), 404);
    assertEquals(lastRefusal().kind(), "token");
    assertOtherIsWell();
  }

  @Test
  public void aClosedCallTakesNobody() {
    call.close();
    assertEquals(other.closeCode(), 1001);
    URI address = TestPage.address(server.uri(), "c", "a");
    assertEquals(handshakeStatus(address, TestPage.origin(server.uri())), 404);
  }

  @Test
  public void aSignalToNobodyIsReportedAndDropped() {
    try (TestPage page = TestPage.join(server.uri(), "c", "a")) {
      page.send(Misdeed.signal("nobody", "{}"));
      recorder.await("the refusal", seen -> !seen.refusals().isEmpty());
      assertEquals(lastRefusal().kind(), "unreachable");
      assertFalse(page.isClosed());
      assertOtherIsWell();
    }
  }

  /** It still exchanges clocks, and takes commands. */
  private void assertOtherIsWell() {
    int already = recorder.of("b", PageMessage.ClockExchange.class).size();
    recorder.await(
        "b's next clock exchange",
        seen -> seen.of("b", PageMessage.ClockExchange.class).size() > already);
    var answer = call.command("b", "anything", java.util.Map.of());
    long id =
        other
            .await("a command", each -> each.path("name").asString("").equals("anything"))
            .path("id")
            .longValue();
    other.send(Misdeed.reply(id));
    assertEquals(answer.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join().asInt(), 5);
    assertFalse(other.isClosed());
  }

  private TestPage connect(String participant) {
    return TestPage.connect(
        TestPage.address(server.uri(), "c", participant), TestPage.origin(server.uri()));
  }

  private Refusal lastRefusal() {
    List<Refusal> refusals = server.refusals();
    return refusals.get(refusals.size() - 1);
  }

  private static int handshakeStatus(URI address, String origin) {
    CompletionException failure =
        expectThrows(CompletionException.class, () -> TestPage.connect(address, origin).close());
    return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
  }
}
