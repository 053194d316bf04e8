package dev.parley.reports.view;

import dev.parley.reports.model.RunEvent.Artefact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the files that a log names, inside the run's folder and nowhere else. */
public final class ArtefactFiles {
  private final Path runDir;

  /** The artefacts of the run in this folder. */
  public ArtefactFiles(Path runDir) {
    this.runDir = runDir;
  }

  /** The artefact's file; empty if it is missing, no regular file, or outside the folder. */
  public Optional<Path> find(Artefact artefact) {
    try {
      Path file = runDir.resolve(artefact.path()).normalize();
      boolean inside =
          file.startsWith(runDir.normalize())
              && Files.isRegularFile(file)
              && file.toRealPath().startsWith(runDir.toRealPath());
      return inside ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }
}
