package dev.parley.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret first segment of every path that answers: 192 random bits, fresh for each server. */
final class AccessToken {
  private static final int BYTES = 24;
  private final String text;
  private final byte[] bytes;

  private AccessToken(String text) {
    this.text = text;
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  static AccessToken fresh() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new AccessToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Compares in a time that does not tell how much of the guess was right. */
  boolean matches(String guess) {
    return MessageDigest.isEqual(bytes, guess.getBytes(StandardCharsets.UTF_8));
  }

  /** The text with the token struck out, fit for a log. */
  String redact(String line) {
    return line.replace(text, "TOKEN");
  }

  /** The token as a path segment. */
  String text() {
    return text;
  }
}
