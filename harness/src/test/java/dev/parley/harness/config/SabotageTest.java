package dev.parley.harness.config;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.matrix.UsageException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class SabotageTest {

  @Test
  public void readsWhatItWrites() {
    for (Sabotage.Fault fault : Sabotage.Fault.values()) {
      Sabotage sabotage = new Sabotage(fault, "offerer");

      assertEquals(Sabotage.parse(sabotage.toString()), sabotage);
    }
    assertEquals(
        Sabotage.parse("kill-browser@p2"), new Sabotage(Sabotage.Fault.KILL_BROWSER, "p2"));
    assertEquals(Sabotage.parse("close-relay"), new Sabotage(Sabotage.Fault.CLOSE_RELAY, ""));
    assertEquals(Sabotage.parse("close-relay").toString(), "close-relay");
  }

  @DataProvider
  public Object[][] unreadable() {
    return new Object[][] {
      {""},
      {"kill-browser"},
      {"mute-network"},
      {"close-relay@"},
      {"kill-browser@"},
      {"@offerer"},
      {"KILL_BROWSER@offerer"},
      {"unplug@offerer"}
    };
  }

  @Test(dataProvider = "unreadable")
  public void refuses(String text) {
    String said =
        String.valueOf(expectThrows(UsageException.class, () -> Sabotage.parse(text)).getMessage());

    assertEquals(
        said,
        "found sabotage '%s', expected FAULT@PARTICIPANT with a fault of disable-video,"
                .formatted(text)
            + " disable-audio, no-candidates, kill-browser, mute-network, close-relay");
  }
}
