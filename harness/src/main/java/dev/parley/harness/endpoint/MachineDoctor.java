package dev.parley.harness.endpoint;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Examines what lies around the browsers: Java, Docker, privileges, the sound server, servers to
 * call.
 */
final class MachineDoctor {
  private static final String SUBJECT = "machine";
  private static final int JAVA = 17;
  private final Machine machine;
  private final BoundedCommand command;
  private final VersionProbe versions;

  MachineDoctor(Machine machine, Duration deadline) {
    this.machine = machine;
    this.command = new BoundedCommand(deadline);
    this.versions = new VersionProbe(machine.os(), deadline);
  }

  List<DoctorRow> rows(PulseSink.Attempt sound) {
    return List.of(
        java(),
        docker(),
        privileges(),
        sound(sound),
        server("coturn", ServerProgram.TURNSERVER),
        server("Janus", ServerProgram.JANUS));
  }

  private static DoctorRow java() {
    Runtime.Version version = Runtime.version();
    String detail = version + " at " + System.getProperty("java.home");
    return version.feature() >= JAVA
        ? DoctorRow.ok(SUBJECT, "Java", detail)
        : DoctorRow.fail(SUBJECT, "Java", detail + "; 17 or later is wanted", Mend.SETUP);
  }

  private DoctorRow docker() {
    if (machine.onPath("docker").stream().map(Object::toString).noneMatch(MachineDoctor::isFile)) {
      return DoctorRow.warn(
          SUBJECT, "Docker", "not installed; only endpoints in containers want it", "");
    }
    Optional<BoundedCommand.Answer> answer =
        command.run(List.of("docker", "info", "--format", "{{.ServerVersion}}"));
    return answer
        .filter(said -> said.status() == 0)
        .map(said -> DoctorRow.ok(SUBJECT, "Docker", said.text().strip()))
        .orElseGet(
            () ->
                DoctorRow.warn(
                    SUBJECT,
                    "Docker",
                    "installed, but its daemon does not answer; only endpoints in containers want"
                        + " it",
                    "systemctl start docker"));
  }

  private static boolean isFile(String path) {
    return new File(path).isFile();
  }

  private DoctorRow privileges() {
    boolean root = Privileges.root();
    if (machine.os() != Machine.Os.LINUX) {
      return DoctorRow.ok(SUBJECT, "privileges", root ? "root" : "an ordinary user");
    }
    List<String> unshare =
        root
            ? List.of("unshare", "--net", "true")
            : List.of("unshare", "--user", "--map-root-user", "--net", "true");
    boolean namespaces = command.run(unshare).filter(said -> said.status() == 0).isPresent();
    return DoctorRow.ok(
        SUBJECT,
        "privileges",
        "%s; network namespaces %s"
            .formatted(
                root ? "root, so browsers run without their sandbox" : "an ordinary user",
                namespaces ? "can be made" : "cannot be made (only some emulation wants them)"));
  }

  private DoctorRow server(String name, ServerProgram program) {
    return program
        .find(machine)
        .map(found -> started(name, found))
        .orElseGet(
            () ->
                DoctorRow.warn(
                    SUBJECT,
                    name,
                    "not installed; only tests and scenarios with that server want it",
                    Mend.SETUP));
  }

  private DoctorRow started(String name, Path found) {
    return versions
        .ofTool(found)
        .map(version -> DoctorRow.ok(SUBJECT, name, version + " at " + found))
        .orElseGet(
            () ->
                DoctorRow.warn(
                    SUBJECT, name, found + " does not tell its version", Mend.reinstall(name)));
  }

  private DoctorRow sound(PulseSink.Attempt sound) {
    if (sound.sink().isPresent()) {
      return DoctorRow.ok(SUBJECT, "sound server", "a private PulseAudio starts");
    }
    return machine.os() == Machine.Os.LINUX
        ? DoctorRow.warn(SUBJECT, "sound server", sound.reason(), Mend.SETUP)
        : DoctorRow.ok(SUBJECT, "sound server", sound.reason());
  }
}
