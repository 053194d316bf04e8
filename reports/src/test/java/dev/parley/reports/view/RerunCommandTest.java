package dev.parley.reports.view;

import static org.testng.Assert.assertEquals;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.RunStart;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class RerunCommandTest {
  @DataProvider
  Object[][] cells() {
    return new Object[][] {
      {"audio-video/chrome~firefox"},
      {"data[messages]/chrome@beta~firefox"},
      {"relay[tcp,tls]/a~b/codec=vp9/network=loss-5@both"},
    };
  }

  @Test(dataProvider = "cells")
  public void theCellIsOneWordForTheShell(String id) throws Exception {
    String command = RerunCommand.of(run(), CellId.parse(id));
    assertEquals(command, "./parley run --cell '" + id + "' --seed -7");
    Process shell =
        new ProcessBuilder("sh", "-c", "set -- " + command + "; printf '%s|%s' \"$#\" \"$4\"")
            .start();
    try (var output = shell.inputReader()) {
      assertEquals(output.readLine(), "6|" + id);
    } finally {
      shell.destroy();
    }
  }

  private static RunStart run() {
    RunEvent.HostInfo host = new RunEvent.HostInfo("Linux", "6", "amd64", "CPU", 2, 1, "17");
    List<String> arguments = List.of("run", "--scenarios", "a");
    return new RunStart(1, "r", "0", -7, arguments, host, Map.of(), Plan.of(List.of()));
  }
}
