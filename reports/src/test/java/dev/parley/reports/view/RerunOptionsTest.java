package dev.parley.reports.view;

import static org.testng.Assert.assertEquals;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.RunEvent;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The command keeps what shaped the cell and drops what chose others. */
public final class RerunOptionsTest {

  @DataProvider
  public Object[][] commands() {
    return new Object[][] {
      {List.of("parley", "run"), ""},
      {List.of("run", "--duration", "10s", "--repeat", "3"), " --duration 10s"},
      {List.of("run", "--duration=10s", "--headed", "--out", "x"), " --duration=10s --headed"},
      {
        List.of("run", "--endpoints", "chrome@/opt/my browsers/chrome", "--seed", "9"),
        " --endpoints 'chrome@/opt/my browsers/chrome'"
      },
      {
        List.of("run", "--cell", "a/b~c", "--scenario-path", "it's.jar"),
        " --scenario-path 'it'\\''s.jar'"
      },
      {List.of("run", "--duration"), " --duration"},
    };
  }

  @Test(dataProvider = "commands")
  public void runsExactlyThisCell(List<String> given, String expected) {
    RunEvent.RunStart run =
        new RunEvent.RunStart(
            RunEvent.SCHEMA,
            "id",
            "0.1.0",
            7,
            given,
            new RunEvent.HostInfo("Linux", "6.1", "amd64", "CPU", 2, 0, "17"),
            Map.of(),
            Plan.of(List.of()));
    String command = RerunCommand.of(run, CellId.parse("audio-video/chrome~firefox"));
    assertEquals(command, "./parley run --cell 'audio-video/chrome~firefox' --seed 7" + expected);
  }
}
