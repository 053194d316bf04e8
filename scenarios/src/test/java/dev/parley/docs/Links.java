package dev.parley.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a Markdown file leads to that is not there. */
final class Links {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
  private static final Pattern NAMED_PATH =
      Pattern.compile("`((?:docs|scripts|config|\\.ci)/[A-Za-z0-9_./-]+)`");

  private Links() {}

  /** Relative links without a target, and paths of this repository that are not in it. */
  static List<String> broken(Path file, String text) throws IOException {
    List<String> broken = new ArrayList<>();
    Matcher links = LINK.matcher(text);
    while (links.find()) {
      String link = links.group(1);
      if (!ELSEWHERE.matcher(link).matches() && !leadsSomewhere(file, text, link)) {
        broken.add(link);
      }
    }
    Matcher paths = NAMED_PATH.matcher(text);
    while (paths.find()) {
      if (Files.notExists(Documents.ROOT.resolve(paths.group(1)))) {
        broken.add(paths.group(1));
      }
    }
    return broken;
  }

  private static boolean leadsSomewhere(Path file, String text, String link) throws IOException {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = file.resolveSibling(path).normalize();
    if (!path.isEmpty() && Files.notExists(target)) {
      return false;
    }
    String there = path.isEmpty() ? text : hash < 0 ? "" : Files.readString(target);
    return hash < 0 || anchors(there).contains(link.substring(hash + 1));
  }

  /** The anchors that GitHub gives to headings. */
  private static List<String> anchors(String text) {
    return text.lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ *", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
        .toList();
  }
}
