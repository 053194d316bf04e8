package dev.parley.harness.endpoint;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Examines what lies around the browsers: Java, Docker, privileges, the sound server. */
final class MachineDoctor {
  private static final String SUBJECT = "machine";
  private static final int JAVA = 17;
  private final Machine machine;
  private final BoundedCommand command;

  MachineDoctor(Machine machine, Duration deadline) {
    this.machine = machine;
    this.command = new BoundedCommand(deadline);
  }

  List<DoctorRow> rows(PulseSink.Attempt sound) {
    return List.of(java(), docker(), privileges(), sound(sound));
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

  private DoctorRow sound(PulseSink.Attempt sound) {
    if (sound.sink().isPresent()) {
      return DoctorRow.ok(SUBJECT, "sound server", "a private PulseAudio starts");
    }
    return machine.os() == Machine.Os.LINUX
        ? DoctorRow.warn(SUBJECT, "sound server", sound.reason(), Mend.SETUP)
        : DoctorRow.ok(SUBJECT, "sound server", sound.reason());
  }
}
