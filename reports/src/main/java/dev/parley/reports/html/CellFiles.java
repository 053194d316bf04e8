package dev.parley.reports.html;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Plan.PlannedCell;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Names a cell's files: a slug for people and a short hash, so that no two cells share one. */
final class CellFiles {
  private static final int LONGEST = 80;
  private static final int HASH_BYTES = 4;

  private CellFiles() {}

  /** The page of one repetition; its number is left out where there is but one. */
  static String page(PlannedCell cell, int repetition) {
    String number = cell.repetitions() == 1 && repetition == 1 ? "" : "-r" + repetition;
    return stem(cell.id()) + number + ".html";
  }

  private static String stem(CellId cell) {
    String id = cell.toString();
    String slug = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-+$", "");
    return slug.substring(0, Math.min(LONGEST, slug.length())) + "-" + hash(id);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
