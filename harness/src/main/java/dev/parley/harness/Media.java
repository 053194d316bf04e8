package dev.parley.harness;

import java.util.List;

/**
 * What a participant sends.
 *
 * @param audio where the sound comes from
 * @param video where the picture comes from
 * @param width in pixels
 * @param height in pixels
 * @param frameRate in frames a second
 * @param channels labels of data channels that the offerer opens with the call
 */
public record Media(
    Source audio, Source video, int width, int height, int frameRate, List<String> channels) {

  /** Where media comes from. */
  public enum Source {
    /** Made in the page: the same in every browser. */
    PAGE,
    /** The browser's fake device. */
    DEVICE,
    /** Nothing is sent. */
    NONE
  }

  public Media {
    channels = List.copyOf(channels);
    if (width < 16 || height < 16 || frameRate < 1) {
      throw new IllegalArgumentException(
          "found "
              + width
              + "x"
              + height
              + " at "
              + frameRate
              + "/s, expected at least 16x16 at 1/s");
    }
  }

  /** Sound and 640x480 at 30 frames a second, made in the page. */
  public static Media audioVideo() {
    return new Media(Source.PAGE, Source.PAGE, 640, 480, 30, List.of());
  }

  /** No media at all; for calls of data channels alone. */
  public static Media none() {
    return new Media(Source.NONE, Source.NONE, 640, 480, 30, List.of());
  }

  /** The same, with data channels of these labels. */
  public Media withChannels(String... labels) {
    return new Media(audio, video, width, height, frameRate, List.of(labels));
  }

  /** Whether anything is sent. */
  public boolean sendsAnything() {
    return audio != Source.NONE || video != Source.NONE;
  }
}
