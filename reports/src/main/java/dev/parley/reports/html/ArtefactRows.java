package dev.parley.reports.html;

import dev.parley.reports.html.page.AttemptSection.ArtefactRow;
import dev.parley.reports.model.RunEvent.Artefact;
import dev.parley.reports.view.ArtefactFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Prepares an attempt's files; only what lies inside the run's folder is linked. */
final class ArtefactRows {
  private static final Set<String> IMAGES =
      Set.of("image/png", "image/jpeg", "image/webp", "image/gif");
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private final ArtefactFiles files;

  ArtefactRows(Path runDir) {
    this.files = new ArtefactFiles(runDir.toAbsolutePath());
  }

  List<ArtefactRow> of(List<Artefact> artefacts, Cast cast) {
    return artefacts.stream().map(artefact -> row(artefact, cast)).toList();
  }

  private ArtefactRow row(Artefact artefact, Cast cast) {
    boolean linked = isPlain(artefact.path()) && files.find(artefact).isPresent();
    String href = linked ? "../../" + encode(artefact.path()) : null;
    return new ArtefactRow(
        cast.label(artefact.participant()),
        artefact.kind(),
        artefact.path(),
        href,
        href != null && IMAGES.contains(artefact.mediaType()));
  }

  /** Whether a browser takes it for the same relative path as the file system does. */
  private static boolean isPlain(String path) {
    return !path.isEmpty()
        && !path.startsWith("/")
        && path.indexOf('\\') < 0
        && path.indexOf(':') < 0
        && path.chars().noneMatch(c -> c < 0x20)
        && !List.of(path.split("/", -1)).contains("..");
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
