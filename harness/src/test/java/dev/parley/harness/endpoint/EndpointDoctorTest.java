package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.endpoint.Abilities.Ability;
import dev.parley.harness.endpoint.DoctorRow.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.testng.annotations.Test;

/** What the doctor makes of what was found. */
public final class EndpointDoctorTest {
  private static final Endpoint ENDPOINT =
      new Endpoint("fx", Family.FIREFOX, Path.of("/b"), "153.0", Path.of("/d"), "0.37.1");
  private static final Ability GOOD = new Ability(true, "fine");
  private static final Ability BAD = new Ability(false, "NotFoundError: none");

  private static Map<String, DoctorRow> rows(EndpointReport report) {
    return EndpointDoctor.rows(report, "pulseaudio is not installed").stream()
        .collect(Collectors.toMap(DoctorRow::name, Function.identity()));
  }

  private static EndpointReport report(Ability camera, Ability host, Ability audio) {
    List<String> codecs = List.of("opus");
    Abilities abilities =
        new Abilities(camera, GOOD, host, audio, codecs, codecs, List.of("VP8"), List.of());
    return new EndpointReport(
        ENDPOINT, Optional.of(1.25), Optional.of(abilities), Optional.empty());
  }

  @Test
  void whatIsWellIsOk() {
    Map<String, DoctorRow> rows = rows(report(GOOD, GOOD, GOOD));
    assertEquals(rows.get("fake camera"), DoctorRow.ok("fx", "fake camera", "fine"));
    assertEquals(rows.get("start"), DoctorRow.ok("fx", "start", "in 1.3 s"));
    assertEquals(rows.get("video codecs sent"), DoctorRow.ok("fx", "video codecs sent", "VP8"));
  }

  @Test
  void whatIsMissingFailsWithWhatMendsIt() {
    Map<String, DoctorRow> rows = rows(report(BAD, BAD, BAD));
    assertEquals(
        rows.get("fake camera"),
        DoctorRow.fail("fx", "fake camera", BAD.detail(), "./parley setup"));
    DoctorRow host = rows.getOrDefault("host candidate", DoctorRow.ok("", "", ""));
    assertEquals(host.status(), Status.FAIL);
    assertTrue(host.mend().contains("default route"));
    DoctorRow audio = rows.getOrDefault("WebAudio", DoctorRow.ok("", "", ""));
    assertEquals(audio.status(), Status.WARN);
    assertTrue(audio.detail().contains("pulseaudio is not installed"));
    DoctorRow codecs = rows.getOrDefault("video codecs received", DoctorRow.ok("", "", ""));
    assertEquals(codecs.status(), Status.FAIL);
  }

  @Test
  void aBrowserThatDidNotStartFails() {
    Map<String, DoctorRow> rows =
        rows(
            new EndpointReport(
                ENDPOINT, Optional.empty(), Optional.empty(), Optional.of("exit 1")));
    assertEquals(rows.get("start"), DoctorRow.fail("fx", "start", "exit 1", "./parley setup"));
    assertFalse(rows.containsKey("fake camera"));
  }

  @Test
  void anAbsentEdgeIsNoFailureUnlessNamed() {
    EndpointException none = new EndpointException("no-browser", "no Edge");
    assertEquals(
        EndpointDoctor.missing(EndpointSpec.of(Family.EDGE), none).get(0).status(), Status.WARN);
    assertEquals(
        EndpointDoctor.missing(EndpointSpec.parse("edge@/opt/edge"), none).get(0).status(),
        Status.FAIL);
    assertEquals(
        EndpointDoctor.missing(EndpointSpec.of(Family.CHROME), none).get(0).status(), Status.FAIL);
  }

  @Test
  void theMachineIsExaminedWithoutDocker() {
    try (Sandbox box = new Sandbox()) {
      Map<String, DoctorRow> rows = machineRows(box);
      assertEquals(rows.keySet().size(), 6);
      DoctorRow docker = rows.getOrDefault("Docker", DoctorRow.ok("", "", ""));
      assertEquals(docker.status(), Status.WARN);
      DoctorRow sound = rows.getOrDefault("sound server", DoctorRow.ok("", "", ""));
      assertEquals(sound.mend(), "./parley setup");
      DoctorRow coturn = rows.getOrDefault("coturn", DoctorRow.ok("", "", ""));
      assertEquals(coturn.status(), Status.WARN);
      assertEquals(coturn.mend(), "./parley setup");
    }
  }

  @Test
  void aServerIsShownWithItsVersion() {
    try (Sandbox box = new Sandbox()) {
      Path turnserver = box.tool("bin/turnserver", "4.6.1");
      // Janus says its version, and then that it does not know the option.
      Path janus =
          box.script(
              "bin/janus", "echo 'Janus version: 1102 (1.1.2)'", "echo Unknown >&2", "exit 1");
      Map<String, DoctorRow> rows = machineRows(box);
      assertEquals(rows.get("coturn"), DoctorRow.ok("machine", "coturn", "4.6.1 at " + turnserver));
      assertEquals(rows.get("Janus"), DoctorRow.ok("machine", "Janus", "1.1.2 at " + janus));
    }
  }

  @Test
  void aServerThatDoesNotStartIsToBeReplaced() {
    try (Sandbox box = new Sandbox()) {
      box.script("bin/janus", "echo 'libnice.so.10: cannot open'", "exit 127");
      DoctorRow row = machineRows(box).getOrDefault("Janus", DoctorRow.ok("", "", ""));
      assertEquals(row.status(), Status.WARN);
      assertEquals(row.mend(), "sudo apt-get install --reinstall janus");
    }
  }

  private static Map<String, DoctorRow> machineRows(Sandbox box) {
    return new MachineDoctor(box.machine(Machine.Os.LINUX, Map.of()), Duration.ofSeconds(10))
        .rows(new PulseSink.Attempt(Optional.empty(), "not installed")).stream()
            .collect(Collectors.toMap(DoctorRow::name, Function.identity()));
  }
}
