package dev.parley.harness;

import java.util.List;

/** What was measured between two moments of a call, for every path that media takes. */
public interface MeasuredWindow {

  /** Its length in seconds. */
  double seconds();

  /** Every picture that was to arrive somewhere. */
  List<VideoFlow> video();

  /** Every sound that was to arrive somewhere. */
  List<AudioFlow> audio();

  /** A picture on its way from one participant to another. */
  interface VideoFlow {
    /** Who sends it. */
    Participant sender();

    /** Who is to see it. */
    Participant receiver();

    /** Frames that the sender's source gave, in {@code frames}. */
    Amount sourceFrames();

    /** Frames that the receiver decoded, in {@code frames}. */
    Amount framesDecoded();

    /** How the receiver's picture looked at the window's end. */
    Picture picture();
  }

  /** A sound on its way from one participant to another. */
  interface AudioFlow {
    /** Who sends it. */
    Participant sender();

    /** Who is to hear it. */
    Participant receiver();

    /** Energy that the receiver played, after W3C's {@code totalAudioEnergy}, in {@code energy}. */
    Amount energyReceived();

    /** Packets that the receiver got, in {@code packets}. */
    Amount packetsReceived();
  }

  /**
   * A look at a received picture.
   *
   * @param contrast standard deviation of the luma over the picture, 0..255
   * @param change mean absolute change of the luma between two looks, 0..255
   */
  record Picture(Amount contrast, Amount change) {}
}
