package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** The sound server that Firefox alone is given. */
@SuppressWarnings("NullAway.Init") // TestNG sets the field up
public final class PulseSinkTest {
  private Sandbox box;

  @BeforeMethod(alwaysRun = true)
  void open() {
    box = new Sandbox();
  }

  @AfterMethod(alwaysRun = true)
  void close() {
    box.close();
  }

  @Test
  void saysWhyThereIsNone() {
    try (OwnedRun run = box.run()) {
      PulseSink.Attempt missing = PulseSink.start(run, box.machine(Machine.Os.LINUX, Map.of()));
      assertEquals(missing.sink(), Optional.empty());
      assertEquals(missing.environment(), Map.of());
      assertTrue(missing.reason().contains("not installed"), missing.reason());
      box.script("bin/pulseaudio", "echo no such module", "exit 3");
      PulseSink.Attempt broken = PulseSink.start(run, box.machine(Machine.Os.LINUX, Map.of()));
      assertTrue(broken.reason().contains("no such module"), broken.reason());
      PulseSink.Attempt mac = PulseSink.start(run, box.machine(Machine.Os.MACOS, Map.of()));
      assertTrue(mac.sink().isEmpty());
    }
  }

  @Test(groups = "browser")
  void startsFirefoxsAudioContext() {
    if (PulseSink.find(Machine.current()).isEmpty()) {
      throw new SkipException("pulseaudio is not installed");
    }
    try (OwnedRun run = box.run();
        BlankPage page = new BlankPage()) {
      PulseSink.Attempt attempt = PulseSink.start(run);
      assertEquals(attempt.reason(), "");
      try (PulseSink sink = attempt.sink().orElseThrow();
          EndpointPool pool = new EndpointPool(run, LaunchOptions.defaults(), sink.environment())) {
        Endpoint firefox = new EndpointFinder().find(EndpointSpec.of(Family.FIREFOX));
        EndpointReport report = new EndpointProbe(pool, page.uri()).probe(firefox);
        Abilities abilities = report.abilities().orElseThrow();
        assertEquals(abilities.audioContext(), new Abilities.Ability(true, "running"));
      }
      assertTrue(ProcessTable.carrying(OwnedRun.RUN_MARK, run.marker()).isEmpty());
    }
  }
}
