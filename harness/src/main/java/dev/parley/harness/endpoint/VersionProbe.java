package dev.parley.harness.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads an executable's version, within a deadline. */
final class VersionProbe {
  private static final Pattern VERSION = Pattern.compile("(\\d+(?:\\.\\d+)+)");
  private static final Pattern INI = Pattern.compile("(?m)^Version=(\\S+)");
  private final Machine.Os os;
  private final BoundedCommand command;

  VersionProbe(Machine.Os os, Duration deadline) {
    this.os = os;
    this.command = new BoundedCommand(deadline);
  }

  /** A browser's version; on Windows from the files beside it, as asking opens a window there. */
  Optional<String> ofBrowser(Path binary) {
    Optional<String> beside = fromApplicationIni(binary);
    if (beside.isEmpty() && os == Machine.Os.WINDOWS) {
      return fromVersionFolder(binary);
    }
    return beside.or(() -> ofTool(binary));
  }

  /** A tool's version by {@code --version}. */
  Optional<String> ofTool(Path executable) {
    return command
        .run(List.of(executable.toString(), "--version"))
        .flatMap(answer -> first(VERSION, answer.text()));
  }

  private static Optional<String> fromApplicationIni(Path binary) {
    try {
      Path ini = binary.toRealPath().resolveSibling("application.ini");
      return Files.isRegularFile(ini) ? first(INI, Files.readString(ini)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> fromVersionFolder(Path binary) {
    Path folder = binary.toAbsolutePath().getParent();
    if (folder == null) {
      return Optional.empty();
    }
    try (Stream<Path> names = Files.list(folder)) {
      return names
          .map(name -> String.valueOf(name.getFileName()))
          .filter(name -> VERSION.matcher(name).matches())
          .max(Comparator.comparingInt(VersionProbe::major));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The number before the first dot. */
  static int major(String version) {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
