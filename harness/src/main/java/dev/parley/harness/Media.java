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
 * @param content what a picture made in the page shows
 * @param flows over how many connections to each peer all of it is sent, 1 to 8
 * @param oneWay whether the offerers alone send
 * @param channels labels of data channels that the offerer opens with the call
 */
public record Media(
    Source audio,
    Source video,
    int width,
    int height,
    int frameRate,
    Content content,
    int flows,
    boolean oneWay,
    List<String> channels) {

  /** Where media comes from. */
  public enum Source {
    /** Made in the page: the same in every browser. */
    PAGE,
    /** The browser's fake device. */
    DEVICE,
    /** Nothing is sent. */
    NONE
  }

  /** What a picture made in the page shows. */
  public enum Content {
    /** Bars, moving shapes and the participant's name; the browser chooses how much it may cost. */
    PICTURE,
    /** Noise that takes whatever it is given, up to {@value #NOISE_BITS_PER_SECOND} bit/s. */
    NOISE
  }

  /**
   * What a flow of noise may cost; Firefox takes 2.5 Mbit/s of it at the size of {@link #noise}.
   */
  public static final int NOISE_BITS_PER_SECOND = 6_000_000;

  private static final int MOST_FLOWS = 8;

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
    if (flows < 1 || flows > MOST_FLOWS) {
      throw new IllegalArgumentException(
          "found %d flows, expected 1 to %d".formatted(flows, MOST_FLOWS));
    }
  }

  /** Sound and 640x480 at 30 frames a second, made in the page. */
  public static Media audioVideo() {
    return media(Source.PAGE, 640, 480, 30, Content.PICTURE);
  }

  /** No media at all; for calls of data channels alone. */
  public static Media none() {
    return new Media(Source.NONE, Source.NONE, 640, 480, 30, Content.PICTURE, 1, false, List.of());
  }

  /**
   * Noise of 1264x704 at 15 frames a second and no sound: more than any capacity to be tested, and
   * cheap enough for three flows on two cores.
   *
   * <p>From 1280x720 on Firefox sends no less than 1.2 Mbit/s, whatever gets through.
   */
  public static Media noise() {
    return media(Source.NONE, 1264, 704, 15, Content.NOISE);
  }

  private static Media media(Source audio, int width, int height, int frameRate, Content content) {
    return new Media(audio, Source.PAGE, width, height, frameRate, content, 1, false, List.of());
  }

  /** The same, with data channels of these labels. */
  public Media withChannels(String... labels) {
    return new Media(
        audio, video, width, height, frameRate, content, flows, oneWay, List.of(labels));
  }

  /** The same, over so many connections to each peer. */
  public Media withFlows(int count) {
    return new Media(audio, video, width, height, frameRate, content, count, oneWay, channels);
  }

  /** The same, sent by the offerers alone. */
  public Media fromOfferersAlone() {
    return new Media(audio, video, width, height, frameRate, content, flows, true, channels);
  }

  /** Whether anything is sent. */
  public boolean sendsAnything() {
    return audio != Source.NONE || video != Source.NONE;
  }
}
