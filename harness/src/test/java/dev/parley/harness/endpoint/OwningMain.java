package dev.parley.harness.endpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A JVM to be killed: owns a run and a process, says so, and waits. */
final class OwningMain {
  private OwningMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    OwnedRun run = OwnedRun.begin(Path.of(arguments[0]), Path.of(arguments[1]));
    if (arguments[2].equals("sleep")) {
      Path log = run.folder().resolve("log");
      OwnedProcess.start(run, List.of("/bin/sleep", "300"), Map.of(), log);
    } else {
      EndpointPool pool = new EndpointPool(run, LaunchOptions.defaults());
      pool.lease(new EndpointFinder().find(EndpointSpec.parse(arguments[2])));
    }
    System.out.println("owning " + run.marker());
    new CountDownLatch(1).await();
  }
}
