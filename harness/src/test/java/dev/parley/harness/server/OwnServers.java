package dev.parley.harness.server;

import static org.testng.Assert.assertEquals;

import dev.parley.harness.endpoint.OwnedRun;
import dev.parley.harness.endpoint.ServerProgram;
import java.net.InetAddress;
import java.util.List;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;

/** A run to start servers in, after whose end there is to be none. */
@SuppressWarnings("NullAway.Init") // TestNG sets the fields up
abstract class OwnServers {
  protected OwnedRun run;
  protected InetAddress here;

  @BeforeMethod(alwaysRun = true)
  void begin() {
    run = OwnedRun.begin();
    here =
        OwnAddresses.first()
            .orElseThrow(() -> new SkipException("this machine has loopback addresses alone"));
  }

  @AfterMethod(alwaysRun = true)
  void end() {
    String folder = run.folder().toString();
    run.close();
    List<String> left =
        ProcessHandle.allProcesses()
            .flatMap(process -> process.info().commandLine().stream())
            .filter(line -> line.contains(folder))
            .toList();
    assertEquals(left, List.of(), "left running");
  }

  static void require(ServerProgram program) {
    if (program.find().isEmpty()) {
      throw new SkipException(
          program.executable() + " is not installed: `./parley setup` installs it");
    }
  }
}
