package dev.parley.pages;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that may be served: one class-path folder of ours, and those that were added. */
final class PageFiles {
  /** Plain names only: nothing encoded, no empty segment, none that starts with a dot. */
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*){0,8}");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final String OWN = "dev/parley/pages/web/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "mjs", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "json", "application/json",
          "wasm", "application/wasm");

  private final Map<String, Source> added = new ConcurrentHashMap<>();

  private record Source(ClassLoader loader, String folder) {}

  /** A file's bytes and media type. */
  @SuppressWarnings("ArrayRecordComponent") // Read once and sent; nobody else holds the array.
  record Content(String mediaType, byte[] bytes) {}

  /** Adds a class-path folder, served below {@code x/NAME/}. */
  void add(String name, ClassLoader loader, String folder) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A module source needs a plain name of letters, digits, '_', '-' and '.', found '"
              + name
              + "'");
    }
    String ended = folder.endsWith("/") ? folder : folder + "/";
    Source source = new Source(loader, ended);
    Source before = added.putIfAbsent(name, source);
    if (before != null && !before.equals(source)) {
      throw new IllegalArgumentException("A module source named '" + name + "' is there already");
    }
  }

  /**
   * The file at a path below the token, still as it stood in the request; null where there is none.
   */
  @Nullable Content find(String rawPath) throws IOException {
    if (!PATH.matcher(rawPath).matches()) {
      return null;
    }
    String type = TYPES.get(extension(rawPath));
    if (type == null) {
      return null;
    }
    if (!rawPath.startsWith("x/")) {
      return read(PageFiles.class.getClassLoader(), OWN + rawPath, type);
    }
    String[] parts = rawPath.split("/", 3);
    Source source = added.get(parts[1]);
    return source == null || parts.length < 3
        ? null
        : read(source.loader(), source.folder() + parts[2], type);
  }

  private static @Nullable Content read(ClassLoader loader, String resource, String type)
      throws IOException {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      return in == null ? null : new Content(type, in.readAllBytes());
    }
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
