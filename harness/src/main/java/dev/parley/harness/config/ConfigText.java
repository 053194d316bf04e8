package dev.parley.harness.config;

import dev.parley.harness.matrix.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a configuration file: UTF-8, and no more than somebody would write. */
final class ConfigText {
  static final int MOST_BYTES = 256 * 1024;

  private ConfigText() {}

  /**
   * Reads a file.
   *
   * @throws UsageException if it is not there, cannot be read, is too large, or is no text
   */
  static String read(Path file) {
    byte[] bytes = bytes(file);
    if (bytes.length > MOST_BYTES) {
      throw new UsageException(
          "%s: found more than %d KiB, expected a configuration file"
              .formatted(file, MOST_BYTES / 1024));
    }
    String text = decode(file, bytes);
    if (text.chars().anyMatch(ConfigText::isBinary)) {
      throw noText(file);
    }
    if (text.isBlank()) {
      throw new UsageException(
          "%s: found an empty file, expected keys with values, as in duration: 10s"
              .formatted(file));
    }
    return text;
  }

  private static byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw new UsageException("%s: found a folder, expected a configuration file".formatted(file));
    }
    if (!Files.exists(file)) {
      throw new UsageException(
          "%s: found no such file, expected a configuration file".formatted(file));
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  private static String decode(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw noText(file);
    }
  }

  private static boolean isBinary(int character) {
    return Character.isISOControl(character)
        && character != '\n'
        && character != '\r'
        && character != '\t'
        && character != 0x85;
  }

  private static UsageException noText(Path file) {
    return new UsageException(
        "%s: found bytes that are no UTF-8 text, expected YAML".formatted(file));
  }
}
