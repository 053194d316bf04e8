package dev.parley.harness.endpoint;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what runs left behind whose own process was killed; never a live run's, and nothing by name.
 */
public final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final Duration BOUND = Duration.ofSeconds(5);
  private final Path owned;

  /** Sweeps for this user on this machine. */
  public Sweep() {
    this(OwnershipFile.home(Machine.current()));
  }

  Sweep(Path owned) {
    this.owned = owned;
  }

  /**
   * What was ended of one run.
   *
   * @param marker the run's mark
   */
  public record Swept(String marker, int processes, boolean folderRemoved) {}

  /** Looks at every record and ends what is left of runs that are gone; takes 5 s a run at most. */
  public List<Swept> run() {
    List<Swept> swept = new ArrayList<>();
    if (!Files.isDirectory(owned)) {
      return swept;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(owned, "*.jsonl")) {
      for (Path file : files) {
        sweep(file).ifPresent(swept::add);
      }
    } catch (IOException e) {
      LOG.warn("cannot look for what earlier runs left in {}: {}", owned, e.getMessage());
    }
    return swept;
  }

  private static Optional<Swept> sweep(Path file) {
    OwnershipFile.Owned record;
    try {
      record = OwnershipFile.read(file);
    } catch (IOException e) {
      LOG.debug("left alone: {}", e.getMessage());
      return Optional.empty();
    }
    if (!record.place().equals(OwnershipFile.place()) || record.jvm().alive()) {
      return Optional.empty();
    }
    Set<ProcessIdentity> ended = end(record);
    boolean removed = isOurs(record) && Folders.delete(record.folder());
    if (left(record).isEmpty()) {
      remove(file);
    }
    return Optional.of(new Swept(record.marker(), ended.size(), removed));
  }

  private static Set<ProcessIdentity> end(OwnershipFile.Owned record) {
    long end = System.nanoTime() + BOUND.toNanos();
    Set<ProcessIdentity> ended = new HashSet<>();
    Set<ProcessIdentity> left = left(record);
    while (!left.isEmpty() && System.nanoTime() < end) {
      ended.addAll(left);
      ProcessTree.killAll(left, end);
      left = left(record);
    }
    return ended;
  }

  private static Set<ProcessIdentity> left(OwnershipFile.Owned record) {
    Set<ProcessIdentity> left =
        new HashSet<>(ProcessTable.carrying(OwnedRun.RUN_MARK, record.marker()));
    for (ProcessIdentity child : record.children()) {
      if (child.alive()) {
        left.add(child);
        ProcessHandle.of(child.pid()).stream()
            .flatMap(ProcessHandle::descendants)
            .flatMap(handle -> ProcessIdentity.of(handle.pid()).stream())
            .forEach(left::add);
      }
    }
    return left;
  }

  private static boolean isOurs(OwnershipFile.Owned record) {
    Path folder = record.folder();
    Path proof = folder.resolve(OwnedRun.PROOF);
    try {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && folder.endsWith(OwnedRun.FOLDER_PREFIX + record.marker())
          && Files.isRegularFile(proof, LinkOption.NOFOLLOW_LINKS)
          && Files.readString(proof).equals(record.marker());
    } catch (IOException e) {
      return false;
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("cannot remove {}: {}", file, e.getMessage());
    }
  }
}
