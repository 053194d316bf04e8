package dev.parley.harness.endpoint;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that we started and all that came of it.
 *
 * <p>A browser's helpers leave their parent, their process group and even their session (the crash
 * handler does all three), so three marks are taken together: descent, the session that was opened
 * for the root, and the mark in the environment. Where a system shows no environment, descent is
 * all there is.
 */
final class ProcessTree {
  private static final int ROUNDS = 5;
  private static final long STEP_NANOS = 2_000_000;
  private final ProcessIdentity root;
  private final boolean ownSession;
  private final String markName;
  private final String markValue;

  ProcessTree(ProcessIdentity root, boolean ownSession, String markName, String markValue) {
    this.root = root;
    this.ownSession = ownSession;
    this.markName = markName;
    this.markValue = markValue;
  }

  /** Every live process of the tree. */
  Set<ProcessIdentity> members() {
    Set<ProcessIdentity> members = new HashSet<>(ProcessTable.carrying(markName, markValue));
    boolean numberStillOurs = root.alive() || ProcessHandle.of(root.pid()).isEmpty();
    if (ownSession && numberStillOurs) {
      members.addAll(ProcessTable.ofSession(root.pid()));
    }
    if (root.alive()) {
      members.add(root);
      ProcessHandle.of(root.pid()).stream()
          .flatMap(ProcessHandle::descendants)
          .map(handle -> ProcessIdentity.of(handle.pid()))
          .flatMap(Optional::stream)
          .forEach(members::add);
    }
    return members;
  }

  /**
   * Kills all of it, waiting no longer than the bound; repeats, as a member may fork meanwhile.
   *
   * @return what is still alive
   */
  Set<ProcessIdentity> kill(Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    Set<ProcessIdentity> members = members();
    for (int round = 0; round < ROUNDS && !members.isEmpty(); round++) {
      killAll(members, end);
      members = members();
    }
    return members;
  }

  /** Kills processes, each only if it is still the one that was seen, and waits for their ends. */
  static void killAll(Set<ProcessIdentity> members, long endNanos) {
    members.stream()
        .filter(ProcessIdentity::alive)
        .flatMap(member -> ProcessHandle.of(member.pid()).stream())
        .forEach(ProcessHandle::destroyForcibly);
    while (members.stream().anyMatch(ProcessIdentity::alive) && System.nanoTime() < endNanos) {
      LockSupport.parkNanos(STEP_NANOS);
    }
  }
}
