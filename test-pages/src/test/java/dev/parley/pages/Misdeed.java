package dev.parley.pages;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Something that no page of ours does to its socket.
 *
 * @param code the close code that answers it
 * @param kind what it is recorded as
 */
record Misdeed(String name, int code, String kind, Consumer<TestPage> deed) {

  /** All of them; who floods exceeds this many messages a second. */
  static Object[][] all(int rate) {
    String hello = TestPage.HELLO;
    return new Object[][] {
      {text("no JSON", 1007, "malformed", "{")},
      {text("nothing", 1007, "malformed", "")},
      {text("an array", 1007, "malformed", "[1]")},
      {text("trailing text", 1007, "malformed", "{\"v\":1,\"type\":\"hello\"} x")},
      {text("a duplicate member", 1007, "malformed", "{\"v\":1,\"v\":1,\"type\":\"hello\"}")},
      {text("deep nesting", 1007, "malformed", "[".repeat(100_000))},
      {text("no version", 1008, "version", "{\"type\":\"hello\"}")},
      {text("version 2", 1008, "version", hello.replace("\"v\":1", "\"v\":2"))},
      {text("version 1.0", 1008, "version", hello.replace("\"v\":1", "\"v\":1.5"))},
      {text("no type", 1007, "malformed", "{\"v\":1}")},
      {text("an unknown type", 1007, "malformed", "{\"v\":1,\"type\":\"party\"}")},
      {text("hello without a clock", 1007, "malformed", hello.replace("2.5", "\"x\""))},
      {text("an infinite clock", 1007, "malformed", hello.replace("2.5", "1e999"))},
      {text("not hello first", 1007, "malformed", console("x"))},
      {text("hello twice", 1007, "malformed", hello, hello)},
      {text("an unasked reply", 1007, "malformed", hello, reply(7))},
      {text("a signal of text", 1007, "malformed", hello, signal("b", "\"x\""))},
      {
        text(
            "stats without a report",
            1007,
            "malformed",
            hello,
            "{\"v\":1,\"type\":\"stats\",\"pageMs\":1,\"pc\":\"pc1\",\"number\":1,\"costMs\":1,"
                + "\"timerLateMs\":0}")
      },
      {text("too large", 1009, "oversize", hello, console("x".repeat(1 << 20)))},
      {new Misdeed("binary", 1003, "binary", page -> page.sendBinary(new byte[] {1}))},
      {new Misdeed("flood", 1008, "rate", page -> flood(page, rate))},
    };
  }

  /** Who sends on and on may find the connection cut off before the close code is read. */
  boolean mayEndAs(int closeCode) {
    return closeCode == code || (kind.equals("rate") && closeCode == TestPage.CUT_OFF);
  }

  private static void flood(TestPage page, int rate) {
    page.send(TestPage.HELLO);
    for (int i = 0; i < 20 * rate && !page.isClosed(); i++) {
      try {
        page.send(console("spam"));
      } catch (CompletionException closed) {
        page.cutOff();
        return;
      }
    }
  }

  private static Misdeed text(String name, int code, String kind, String... messages) {
    return new Misdeed(name, code, kind, page -> List.of(messages).forEach(page::send));
  }

  static String console(String text) {
    return "{\"v\":1,\"type\":\"console\",\"pageMs\":1,\"level\":\"log\",\"text\":\""
        + text
        + "\"}";
  }

  static String reply(long id) {
    return "{\"v\":1,\"type\":\"reply\",\"id\":" + id + ",\"ok\":true,\"value\":5}";
  }

  static String signal(String to, String signal) {
    return "{\"v\":1,\"type\":\"signal\",\"to\":\"" + to + "\",\"signal\":" + signal + "}";
  }

  @Override
  public String toString() {
    return name;
  }
}
