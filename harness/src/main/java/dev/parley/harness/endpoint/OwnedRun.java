package dev.parley.harness.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one run owns on this machine: a mark, a temporary folder, and the file that tells the next
 * start of both should this one be killed.
 */
public final class OwnedRun implements AutoCloseable {
  /** The environment variable that every process of the run carries. */
  static final String RUN_MARK = "PARLEY_RUN";

  /** The environment variable that tells one started process, and what came of it, from another. */
  static final String CHILD_MARK = "PARLEY_CHILD";

  /** The file in the temporary folder that proves it ours. */
  static final String PROOF = ".parley-run";

  static final String FOLDER_PREFIX = "parley-";
  private static final Duration END_BOUND = Duration.ofSeconds(3);
  private final String marker;
  private final Path folder;
  private final OwnershipFile ownership;
  private final AtomicInteger children = new AtomicInteger();
  private volatile boolean closed;

  private OwnedRun(String marker, Path folder, OwnershipFile ownership) {
    this.marker = marker;
    this.folder = folder;
    this.ownership = ownership;
  }

  /**
   * Begins to own, recording it before anything is made.
   *
   * @throws EndpointException of kind {@code no-folder} if neither the cache nor the temporary
   *     folder can be written to
   */
  public static OwnedRun begin() {
    return begin(OwnershipFile.home(Machine.current()), temporary());
  }

  static OwnedRun begin(Path owned, Path temporary) {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    String marker = HexFormat.of().formatHex(random);
    Path folder = temporary.resolve(FOLDER_PREFIX + marker);
    try {
      OwnershipFile file = OwnershipFile.create(owned, marker, folder);
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(PROOF), marker);
      return new OwnedRun(marker, folder, file);
    } catch (IOException e) {
      throw new EndpointException(
          "no-folder",
          "cannot write to %s or %s: %s".formatted(owned, temporary, e.getMessage()),
          e);
    }
  }

  /** The folder below which runs keep their temporary files. */
  static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
  }

  /** The run's mark, 16 hexadecimal digits. */
  public String marker() {
    return marker;
  }

  /** The run's temporary folder; gone once closed. */
  public Path folder() {
    return folder;
  }

  /**
   * A mark for the next process to start, unique in the run.
   *
   * @throws EndpointException of kind {@code closed} once the run has ended
   */
  String nextChild() {
    if (closed) {
      throw new EndpointException("closed", "the run has ended: nothing is started any more");
    }
    return marker + "." + children.incrementAndGet();
  }

  /** The environment that a started process carries. */
  static Map<String, String> marks(String child) {
    return Map.of(RUN_MARK, child.substring(0, child.indexOf('.')), CHILD_MARK, child);
  }

  /** Records a started process, so that a sweep also finds it where environments are hidden. */
  void started(ProcessIdentity process, String what) {
    ownership.append(process, what);
  }

  /** Ends whatever still carries the mark, removes the folder, and forgets. */
  @Override
  public void close() {
    closed = true;
    Uninterrupted.run(this::end);
  }

  private void end() {
    long end = System.nanoTime() + END_BOUND.toNanos();
    Set<ProcessIdentity> left = ProcessTable.carrying(RUN_MARK, marker);
    while (!left.isEmpty() && System.nanoTime() < end) {
      ProcessTree.killAll(left, end);
      left = ProcessTable.carrying(RUN_MARK, marker);
    }
    boolean clean = Folders.delete(folder);
    if (left.isEmpty() && clean) {
      ownership.delete();
    }
  }
}
