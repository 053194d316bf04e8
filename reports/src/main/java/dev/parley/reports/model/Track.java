package dev.parley.reports.model;

import org.jspecify.annotations.Nullable;

/**
 * What a figure belongs to within a participant: a stream, or the connection as a whole.
 *
 * @param kind {@code audio}, {@code video}, {@code data} or {@code connection}
 * @param direction {@code in}, {@code out}, or {@code both} for the connection
 * @param mid the media description's id (RFC 8843), where the browser reports it
 * @param ssrc the RTP stream's synchronisation source, for audio and video
 * @param rid the simulcast layer (RFC 8852), where there are layers
 */
public record Track(
    String kind,
    String direction,
    @Nullable String mid,
    @Nullable Long ssrc,
    @Nullable String rid) {

  /** The connection as a whole. */
  public static final Track CONNECTION = new Track("connection", "both", null, null, null);

  /** A short name for a chart's legend, as in {@code video in 3735928559}. */
  public String label() {
    if (kind.equals("connection")) {
      return kind;
    }
    StringBuilder label = new StringBuilder(kind).append(' ').append(direction);
    if (rid != null) {
      label.append(' ').append(rid);
    }
    if (ssrc != null) {
      label.append(' ').append(ssrc);
    }
    return label.toString();
  }
}
