package dev.parley.harness.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One process, told from a later one that got the same number.
 *
 * @param start when it started, in a form that is the same whenever it is asked: on Linux the
 *     boot's id and the clock ticks since then, elsewhere milliseconds of the wall clock
 */
record ProcessIdentity(long pid, String start) {
  /** The id of this boot; empty but on Linux. */
  private static final String BOOT = boot();

  /** The identity of a live process. */
  static Optional<ProcessIdentity> of(long pid) {
    return startOf(pid).map(start -> new ProcessIdentity(pid, start));
  }

  static ProcessIdentity self() {
    return of(ProcessHandle.current().pid())
        .orElseThrow(() -> new IllegalStateException("this process has no start time"));
  }

  /** Whether this very process still runs. */
  boolean alive() {
    return startOf(pid).filter(start::equals).isPresent();
  }

  private static Optional<String> startOf(long pid) {
    if (!BOOT.isEmpty()) {
      return startOnLinux(pid);
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(handle -> handle.info().startInstant())
        .map(Instant::toEpochMilli)
        .map(String::valueOf);
  }

  private static Optional<String> startOnLinux(long pid) {
    try {
      ProcStat stat = ProcStat.parse(Files.readString(Path.of("/proc/" + pid + "/stat")));
      boolean gone = stat.state() == 'Z' || stat.state() == 'X';
      return gone ? Optional.empty() : Optional.of(BOOT + ":" + stat.startTicks());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String boot() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
