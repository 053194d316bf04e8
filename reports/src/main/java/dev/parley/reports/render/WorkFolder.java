package dev.parley.reports.render;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where reports are made before they are put in place. A locked file stands beside it as long as
 * its maker lives, so that what a killed one left is told from what is in use.
 */
final class WorkFolder implements AutoCloseable {
  private static final String PREFIX = ".render-";
  private static final String LOCK = ".lock";

  private final Path path;
  private final Path lock;
  private final FileChannel held;

  private WorkFolder(Path lock, FileChannel held) throws IOException {
    this.lock = lock;
    this.held = held;
    this.path = Files.createDirectory(folderOf(lock));
  }

  /** A new folder within the run's; those of makers that are gone are removed. */
  static WorkFolder in(Path runDir) throws IOException {
    sweep(runDir);
    while (true) {
      Path lock = Files.createTempFile(runDir, PREFIX, LOCK);
      FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
      try {
        // Another's sweep may have come between the file and its lock.
        if (channel.tryLock() != null && Files.exists(lock)) {
          return new WorkFolder(lock, channel);
        }
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      channel.close();
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try (held) {
      delete(path);
    }
    Files.deleteIfExists(lock);
  }

  private static void sweep(Path runDir) throws IOException {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(runDir, PREFIX + "*" + LOCK)) {
      for (Path lock : locks) {
        if (isFree(lock)) {
          delete(folderOf(lock));
          Files.deleteIfExists(lock);
        }
      }
    }
  }

  private static boolean isFree(Path lock) throws IOException {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock got = channel.tryLock()) {
      return got != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Path folderOf(Path lock) {
    String name = lock.getFileName().toString();
    return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
