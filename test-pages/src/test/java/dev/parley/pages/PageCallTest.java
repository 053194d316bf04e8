package dev.parley.pages;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

@NullUnmarked
public class PageCallTest {
  private PageServer server;
  private PageCall call;
  private Recorder recorder;

  @BeforeMethod
  public void start() {
    PageServerOptions d = PageServerOptions.defaults();
    server =
        PageServer.start(
            new PageServerOptions(
                d.address(), 0, false, d.maxMessageBytes(), 500, Duration.ofMillis(300)));
    recorder = new Recorder();
    call = server.openCall("my call/1", List.of("an offerer", "b"), recorder);
  }

  @AfterMethod(alwaysRun = true)
  public void stop() {
    server.close();
  }

  @Test
  public void aPageIsWelcomedAndItsHelloIsHandedOn() {
    URI page = call.pageUri("an offerer");
    assertEquals(page.getQuery(), "call=my+call/1&participant=an+offerer");
    try (TestPage joined = join("an+offerer")) {
      JsonNode welcome = joined.awaitType("welcome");
      assertEquals(welcome.path("participant").stringValue(), "an offerer");
      assertEquals(welcome.path("participants").size(), 2);
      PageMessage.Hello hello = get(call.joined("an offerer"));
      assertEquals(hello.userAgent(), "test");
      assertEquals(hello.timeOrigin(), 1.5);
    }
  }

  @Test
  public void clocksAreComparedInABurstAndThenAtTheInterval() {
    try (TestPage joined = join("b")) {
      recorder.await("a burst", seen -> exchanges(seen).size() >= 10);
      long span = exchanges(recorder).get(9).sentNanos() - exchanges(recorder).get(0).sentNanos();
      recorder.await("two more", seen -> exchanges(seen).size() >= 12);
      long later =
          exchanges(recorder).get(11).sentNanos() - exchanges(recorder).get(10).sentNanos();
      assertTrue(span < later * 9, "a burst of " + span + " ns, then " + later + " ns apart");
      for (PageMessage.ClockExchange each : exchanges(recorder)) {
        assertTrue(each.receivedNanos() > each.sentNanos());
        assertEquals(each.pageMs(), 3.25);
      }
      assertFalse(joined.isClosed());
    }
  }

  @Test
  public void signalsAreRelayedAsTheyAre() {
    try (TestPage one = join("an+offerer");
        TestPage other = join("b")) {
      get(call.joined("b"));
      one.send("{\"v\":1,\"type\":\"signal\",\"to\":\"b\",\"signal\":{\"x\":[1,null,\"\u00e9\"]}}");
      JsonNode signal = other.awaitType("signal");
      assertEquals(signal.path("from").stringValue(), "an offerer");
      assertEquals(signal.path("signal").toString(), "{\"x\":[1,null,\"\u00e9\"]}");
    }
  }

  @Test
  public void anAnswerAndAnErrorReachWhoAsked() {
    try (TestPage page = join("b")) {
      get(call.joined("b"));
      CompletableFuture<JsonNode> good = call.command("b", "one", Map.of("x", 1));
      CompletableFuture<JsonNode> bad = call.command("b", "two", Map.of());
      JsonNode one = command(page, "one");
      assertEquals(one.path("args").toString(), "{\"x\":1}");
      long two = command(page, "two").path("id").longValue();
      page.send(
          "{\"v\":1,\"type\":\"reply\",\"id\":"
              + two
              + ",\"ok\":false,\"error\":{\"name\":\"AbortError\",\"message\":\"no\"}}");
      page.send(
          "{\"v\":1,\"type\":\"reply\",\"id\":"
              + one.path("id")
              + ",\"ok\":true,\"value\":{\"y\":2}}");
      assertEquals(get(good).path("y").intValue(), 2);
      PageCommandException error = failure(bad);
      assertEquals(error.errorName(), "AbortError");
      assertEquals(error.getMessage(), "no");
    }
  }

  @Test
  public void aCommandThatIsWaitingWhenThePageGoesIsGone() {
    try (TestPage page = join("b")) {
      get(call.joined("b"));
      CompletableFuture<JsonNode> waiting = call.command("b", "slow", Map.of());
      command(page, "slow");
      page.leave();
      assertEquals(failure(waiting).errorName(), "Gone");
      recorder.await("the close", seen -> seen.closings().equals(List.of("b 1001 ")));
      assertEquals(failure(call.command("b", "late", Map.of())).errorName(), "Gone");
    }
  }

  @Test
  public void aDroppedConnectionIsGoneToo() {
    try (TestPage page = join("b")) {
      get(call.joined("b"));
      CompletableFuture<JsonNode> waiting = call.command("b", "slow", Map.of());
      command(page, "slow");
      page.drop();
      assertEquals(failure(waiting).errorName(), "Gone");
      recorder.await("the close", seen -> seen.closings().size() == 1);
    }
  }

  @Test
  public void closingTheCallFailsWhatIsWaiting() {
    try (TestPage page = join("b")) {
      get(call.joined("b"));
      CompletableFuture<JsonNode> waiting = call.command("b", "slow", Map.of());
      CompletableFuture<PageMessage.Hello> never = call.joined("an offerer");
      call.close();
      assertEquals(failure(waiting).errorName(), "Gone");
      assertEquals(failure(never).errorName(), "Gone");
      assertEquals(page.closeCode(), 1001);
    }
  }

  @Test
  public void closingTheServerFailsWhatIsWaiting() {
    CompletableFuture<PageMessage.Hello> never = call.joined("b");
    server.close();
    assertEquals(failure(never).errorName(), "Gone");
  }

  @Test
  public void aCommandBeforeThePageIsThereIsGone() {
    assertEquals(failure(call.command("b", "early", Map.of())).errorName(), "Gone");
  }

  @Test
  public void liveMessagesAreSentAndNothingElse() {
    try (TestPage page = join("b")) {
      get(call.joined("b"));
      call.send("b", Map.of("type", "live", "participant", "b", "readings", List.of()));
      assertEquals(page.awaitType("live").path("v").intValue(), 1);
      call.send("an offerer", Map.of("type", "live"));
      expectThrows(IllegalArgumentException.class, () -> call.send("b", Map.of("type", "command")));
    }
  }

  @Test
  public void wrongNamesAreUserMistakes() {
    expectThrows(IllegalArgumentException.class, () -> call.pageUri("nobody"));
    expectThrows(
        IllegalArgumentException.class, () -> server.openCall("my call/1", List.of("a"), recorder));
    expectThrows(
        IllegalArgumentException.class, () -> server.openCall("d", List.of("a", "a"), recorder));
  }

  private TestPage join(String participant) {
    return TestPage.join(server.uri(), "my+call%2F1", participant);
  }

  private static JsonNode command(TestPage page, String name) {
    return page.await(name, each -> each.path("name").asString("").equals(name));
  }

  private static List<PageMessage.ClockExchange> exchanges(Recorder seen) {
    return seen.of("b", PageMessage.ClockExchange.class);
  }

  private static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static PageCommandException failure(CompletableFuture<?> future) {
    CompletionException wrapped =
        expectThrows(
            CompletionException.class, () -> future.orTimeout(10, TimeUnit.SECONDS).join());
    return (PageCommandException) wrapped.getCause();
  }
}
