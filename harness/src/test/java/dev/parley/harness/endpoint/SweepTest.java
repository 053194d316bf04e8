package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** What a killed run leaves is ended by the next start, and nothing else is. */
@SuppressWarnings("NullAway.Init") // TestNG sets the field up
public final class SweepTest {
  private static final String SLEEP = "300";
  private Sandbox box;

  @BeforeMethod(alwaysRun = true)
  void open() {
    box = new Sandbox();
  }

  @AfterMethod(alwaysRun = true)
  void close() {
    new Sweep(box.path("owned")).run();
    box.close();
  }

  /** Another JVM that owns something, and the mark it told. */
  private record Other(Process process, String marker) implements AutoCloseable {
    void kill() throws InterruptedException {
      process.destroyForcibly();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  private Other other(String what) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                OwningMain.class.getName(),
                box.path("owned").toString(),
                box.path("tmp").toString(),
                what)
            .redirectError(box.path("other.log").toFile())
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    String line = said.readLine();
    while (line != null && !line.startsWith("owning ")) {
      line = said.readLine();
    }
    String log = Files.readString(box.path("other.log"));
    assertTrue(line != null, "the other JVM ended: " + log);
    return new Other(process, String.valueOf(line).substring("owning ".length()));
  }

  private static Set<ProcessIdentity> of(String marker) {
    return ProcessTable.carrying(OwnedRun.RUN_MARK, marker);
  }

  private Path folder(String marker) {
    return box.path("tmp").resolve(OwnedRun.FOLDER_PREFIX + marker);
  }

  @Test
  void endsWhatAKilledRunLeftAndNothingElse() throws Exception {
    Process stranger = new ProcessBuilder("sleep", SLEEP).start();
    try (Other killed = other("sleep");
        Other alive = other("sleep")) {
      killed.kill();
      assertEquals(of(killed.marker()).size(), 1);
      List<Sweep.Swept> swept = new Sweep(box.path("owned")).run();
      assertEquals(swept, List.of(new Sweep.Swept(killed.marker(), 1, true)));
      assertTrue(of(killed.marker()).isEmpty());
      assertFalse(Files.exists(folder(killed.marker())));
      assertEquals(of(alive.marker()).size(), 1, "a live run's process was ended");
      assertTrue(Files.exists(folder(alive.marker())));
      assertTrue(stranger.isAlive());
      assertEquals(new Sweep(box.path("owned")).run(), List.of());
      alive.kill();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test(groups = "browser")
  void endsTheBrowserOfAKilledRun() throws Exception {
    Path binary = new EndpointFinder().find(EndpointSpec.of(Family.CHROME)).binary();
    Process stranger =
        new ProcessBuilder(
                binary.toString(),
                "--headless=new",
                "--no-sandbox",
                "--remote-debugging-port=0",
                "--user-data-dir=" + box.path("stranger"),
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(box.path("stranger.log").toFile())
            .start();
    try (Other killed = other("chrome")) {
      killed.kill();
      assertTrue(of(killed.marker()).size() > 2, "expected a driver and a browser to be left");
      List<Sweep.Swept> swept = new Sweep(box.path("owned")).run();
      assertEquals(swept.size(), 1);
      assertTrue(swept.get(0).processes() > 2, swept.toString());
      assertTrue(of(killed.marker()).isEmpty());
      assertFalse(Files.exists(folder(killed.marker())));
      assertTrue(stranger.isAlive(), "a browser that is not ours was ended");
    } finally {
      stranger.descendants().forEach(ProcessHandle::destroyForcibly);
      stranger.destroyForcibly();
    }
  }

  @Test
  void aReusedProcessNumberIsLeftAlone() throws IOException {
    Process stranger = new ProcessBuilder("sleep", SLEEP).start();
    try {
      String gone = "{\"pid\":1999999999,\"start\":\"never\"";
      Path record = box.path("owned").resolve("0123456789abcdef.jsonl");
      Files.createDirectories(box.path("owned"));
      Files.write(
          record,
          List.of(
              gone
                  + ",\"marker\":\"0123456789abcdef\",\"place\":\"%s\",\"folder\":\"%s\"}"
                      .formatted(OwnershipFile.place(), box.path("home")),
              "{\"pid\":%d,\"start\":\"another\",\"what\":\"x\"}".formatted(stranger.pid()),
              "{\"pid\":7,\"sta"));
      assertEquals(
          new Sweep(box.path("owned")).run(),
          List.of(new Sweep.Swept("0123456789abcdef", 0, false)));
      assertTrue(stranger.isAlive());
      assertTrue(Files.exists(box.path("home")), "a folder that is not ours was removed");
      assertFalse(Files.exists(record));
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void recordsOfOtherHostsAndTornOnesAreLeftAlone() throws IOException {
    Files.createDirectories(box.path("owned"));
    Path elsewhere = box.path("owned").resolve("aa.jsonl");
    Files.writeString(
        elsewhere,
        "{\"pid\":1,\"start\":\"x\",\"marker\":\"aa\",\"place\":\"moon\",\"folder\":\"/tmp/x\"}\n");
    Path torn = box.path("owned").resolve("bb.jsonl");
    Files.writeString(torn, "{\"pid\":1,");
    Path empty = box.path("owned").resolve("cc.jsonl");
    Files.writeString(empty, "");
    assertEquals(new Sweep(box.path("owned")).run(), List.of());
    assertTrue(Files.exists(elsewhere) && Files.exists(torn) && Files.exists(empty));
  }
}
