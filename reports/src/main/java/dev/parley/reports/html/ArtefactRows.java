package dev.parley.reports.html;

import dev.parley.reports.html.page.AttemptSection.ArtefactRow;
import dev.parley.reports.model.RunEvent.Artefact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prepares an attempt's files; only what lies inside the run's folder is linked. */
final class ArtefactRows {
  private static final Set<String> IMAGES =
      Set.of("image/png", "image/jpeg", "image/webp", "image/gif");
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private final Path runDir;

  ArtefactRows(Path runDir) {
    this.runDir = runDir.toAbsolutePath().normalize();
  }

  List<ArtefactRow> of(List<Artefact> artefacts, Cast cast) {
    return artefacts.stream().map(artefact -> row(artefact, cast)).toList();
  }

  private ArtefactRow row(Artefact artefact, Cast cast) {
    String href = isInside(artefact.path()) ? "../../" + encode(artefact.path()) : null;
    return new ArtefactRow(
        cast.label(artefact.participant()),
        artefact.kind(),
        artefact.path(),
        href,
        href != null && IMAGES.contains(artefact.mediaType()));
  }

  /** Whether it is a plain relative path that leads, links followed, to within the folder. */
  private boolean isInside(@Nullable String path) {
    if (path == null || path.isEmpty() || path.startsWith("/")) {
      return false;
    }
    if (path.indexOf('\\') >= 0 || path.indexOf(':') >= 0 || path.chars().anyMatch(c -> c < 0x20)) {
      return false;
    }
    if (List.of(path.split("/", -1)).contains("..")) {
      return false;
    }
    try {
      Path file = runDir.resolve(path).normalize();
      return file.startsWith(runDir) && file.toRealPath().startsWith(runDir.toRealPath());
    } catch (InvalidPathException | IOException e) {
      return false;
    }
  }

  private static String encode(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(octet) >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append(String.format("%%%02X", octet & 0xFF));
      }
    }
    return encoded.toString();
  }
}
