package dev.parley.harness.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells a snap, or the script that only starts one, from a browser. */
final class SnapStub {
  private static final int HEAD = 8192;

  private SnapStub() {}

  static boolean is(Path binary) {
    try {
      Path real = binary.toRealPath();
      if (binary.startsWith("/snap") || real.startsWith("/snap") || real.endsWith("usr/bin/snap")) {
        return true;
      }
      return scriptForSnap(real);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean scriptForSnap(Path real) throws IOException {
    try (InputStream in = Files.newInputStream(real)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      String lower = head.toLowerCase(Locale.ROOT);
      return head.startsWith("#!")
          && (lower.contains("/snap/bin/") || lower.contains("snap install"));
    }
  }
}
