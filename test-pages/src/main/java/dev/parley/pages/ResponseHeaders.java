package dev.parley.pages;

import org.eclipse.jetty.http.HttpFields;

/**
 * The headers of every answer.
 *
 * <p>Opener and embedder policy isolate the page, which gives it a clock of 5 to 20 microseconds
 * instead of 100 to 1000.
 */
final class ResponseHeaders {
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self' %s; "
          + "media-src 'self' blob: mediastream:; style-src 'self'; img-src 'self'; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private ResponseHeaders() {}

  /** Puts them; {@code socketOrigin} is where the page's socket goes, as in {@code ws://host:1}. */
  static void put(HttpFields.Mutable headers, String socketOrigin) {
    headers.put("Content-Security-Policy", CONTENT_POLICY.formatted(socketOrigin));
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Embedder-Policy", "require-corp");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cache-Control", "no-store");
    headers.put("Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self)");
  }
}
