package dev.parley.reports.log;

import static org.testng.Assert.assertEquals;

import dev.parley.reports.model.Plan;
import dev.parley.reports.model.RunEvent;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class RedactorTest {
  private static final String TOKEN = "f3a9Zk2LmQ8xT5vB7nWc1RyE";

  private final Redactor redactor = new Redactor();

  @DataProvider
  Object[][] secrets() {
    return new Object[][] {
      {"a=ice-pwd:aB+/9xyz\r\na=mid:0", "a=ice-pwd:[redacted]\r\na=mid:0"},
      {
        "{\"sdp\":\"a=ice-pwd:x/y+z\\r\\na=mid:0\"}",
        "{\"sdp\":\"a=ice-pwd:[redacted]\\r\\na=mid:0\"}"
      },
      {
        "{\"username\":\"joe\",\"credential\":\"pw1!\"}",
        "{\"username\":\"joe\",\"credential\":\"[redacted]\"}"
      },
      {"credential: 'pw', urls", "credential: '[redacted]', urls"},
      {"turn:joe:secret@relay.example:3478", "turn:[redacted]@relay.example:3478"},
      {"https://joe:pw@host/x", "https://[redacted]@host/x"},
      {
        "https://host/x?call=c1&token=abc#frag=2",
        "https://host/x?call=[redacted]&token=[redacted]#frag=[redacted]"
      },
      {
        "GET http://127.0.0.1:8080/" + TOKEN + "/call.html",
        "GET http://127.0.0.1:8080/[redacted]/call.html"
      },
      {"ws://127.0.0.1:8080/" + TOKEN, "ws://127.0.0.1:8080/[redacted]"},
      {"Authorization: Bearer abc.def", "Authorization: Bearer [redacted]"},
      {"access_token=abc;", "access_token=[redacted];"},
    };
  }

  @Test(dataProvider = "secrets")
  public void secretsAreTakenOut(String text, String clean) {
    assertEquals(redactor.text(text), clean);
    assertEquals(redactor.text(clean), clean, "redacting again changes nothing");
  }

  @DataProvider
  Object[][] harmless() {
    return new Object[][] {
      {"a=ice-ufrag:Ab3d"},
      {"candidate:1 1 udp 2122260223 127.0.0.1 50000 typ host ufrag Ab3d"},
      {"turn:relay.example:3478?transport=udp"},
      {"https://bugs.example/issues/17"},
      {"https://developer.example/docs/a-long-readable-page-name"},
      {"frames decoded by answerer: 12, expected >= 240"},
      {"audio-video/chrome~firefox/codec=vp9"},
      {"tokens of gratitude"},
      {""},
    };
  }

  @Test(dataProvider = "harmless")
  public void theRestStays(String text) {
    assertEquals(redactor.text(text), text);
  }

  @Test
  public void knownSecretsAreTakenOutAnywhere() {
    Redactor knowing = new Redactor(false, List.of("hunter2"));
    assertEquals(knowing.text("said hunter2 aloud"), "said [redacted] aloud");
  }

  @Test
  public void nothingIsTakenOutWhenAskedTo() {
    Redactor keeping = new Redactor(true, List.of("hunter2"));
    assertEquals(keeping.text("a=ice-pwd:hunter2"), "a=ice-pwd:hunter2");
    RunEvent start = start();
    assertEquals(keeping.event(start), start);
  }

  @Test
  public void settingsAndArgumentsAreJudgedByName() {
    RunEvent.RunStart clean = (RunEvent.RunStart) redactor.event(start());
    assertEquals(clean.settings(), Map.of("duration", "10 s", "turn.credential", "[redacted]"));
    assertEquals(
        clean.commandLine(), List.of("run", "--turn-password", "[redacted]", "--seed", "7"));
  }

  private static RunEvent start() {
    return new RunEvent.RunStart(
        1,
        "r",
        "0",
        7,
        List.of("run", "--turn-password", "pw", "--seed", "7"),
        new RunEvent.HostInfo("Linux", "6", "amd64", "CPU", 2, 1, "17"),
        Map.of("duration", "10 s", "turn.credential", "pw"),
        Plan.of(List.of()));
  }
}
