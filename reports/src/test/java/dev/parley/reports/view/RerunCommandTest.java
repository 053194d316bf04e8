package dev.parley.reports.view;

import static org.testng.Assert.assertEquals;

import dev.parley.reports.model.CellId;
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
    String command = RerunCommand.of(CellId.parse(id), -7);
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
}
