package dev.parley.reports.allure;

import dev.parley.reports.model.RunEvent.Artefact;
import dev.parley.reports.model.RunEvent.LogLine;
import dev.parley.reports.view.ArtefactFiles;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.Timed;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies an attempt's artefacts and log lines to where Allure looks for them. */
final class AllureAttachments {
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

  private final FileSystemResultsWriter writer;
  private final ArtefactFiles files;

  AllureAttachments(FileSystemResultsWriter writer, ArtefactFiles files) {
    this.writer = writer;
    this.files = files;
  }

  /** The attempt's attachments; their files' names begin with the result's id. */
  List<Attachment> of(AttemptView attempt, String resultId, boolean withLog) throws IOException {
    List<Attachment> attachments = new ArrayList<>();
    for (Artefact artefact : attempt.artefacts()) {
      Optional<Path> file = files.find(artefact);
      if (file.isPresent()) {
        try (InputStream in = Files.newInputStream(file.get())) {
          attachments.add(
              attachment(
                  resultId + "-" + attachments.size(),
                  name(artefact),
                  artefact.mediaType(),
                  extension(file.get()),
                  in));
        }
      }
    }
    if (withLog && !attempt.logLines().isEmpty()) {
      byte[] text = log(attempt.logLines()).getBytes(StandardCharsets.UTF_8);
      attachments.add(
          attachment(
              resultId + "-log", "log", "text/plain", ".txt", new ByteArrayInputStream(text)));
    }
    return attachments;
  }

  private Attachment attachment(
      String id, String name, String type, String extension, InputStream in) {
    String source = id + "-attachment" + extension;
    writer.write(source, in);
    return new Attachment().setName(name).setType(type).setSource(source);
  }

  private static String name(Artefact artefact) {
    return artefact.participant() == null
        ? artefact.kind()
        : artefact.kind() + " of " + artefact.participant();
  }

  private static String extension(Path file) {
    Matcher extension = EXTENSION.matcher(file.getFileName().toString());
    return extension.find() ? extension.group() : "";
  }

  private static String log(List<Timed<LogLine>> lines) {
    StringBuilder text = new StringBuilder();
    for (Timed<LogLine> line : lines) {
      LogLine event = line.event();
      String from = event.participant() == null ? "" : event.participant() + " ";
      text.append(String.format(Locale.ROOT, "%10.3f s  ", line.runMs() / 1000))
          .append(from)
          .append(event.source())
          .append(' ')
          .append(event.level())
          .append(": ")
          .append(event.text())
          .append('\n');
    }
    return text.toString();
  }
}
