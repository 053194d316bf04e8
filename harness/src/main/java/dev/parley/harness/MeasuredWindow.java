package dev.parley.harness;

import dev.parley.network.model.Direction;
import java.util.List;

/** What was measured between two moments of a call, for every path that media takes. */
public interface MeasuredWindow {

  /** Its length in seconds. */
  double seconds();

  /** Every picture that was to arrive somewhere. */
  List<VideoFlow> video();

  /** Every sound that was to arrive somewhere. */
  List<AudioFlow> audio();

  /** Both directions of every participant's emulated link; empty on {@code direct}. */
  List<LinkFlow> links();

  /** Media on its way from one participant to another. */
  interface MediaFlow {
    /** Who sends it. */
    Participant sender();

    /** Who is to get it. */
    Participant receiver();

    /** Packets that the receiver got, in {@code packets}. */
    Amount packetsReceived();

    /** What the receiver got, without headers, in {@code bit/s}. */
    Amount bitrate();

    /**
     * The share that its receiver counts as lost, as a {@code ratio}; absent where the stream stood
     * still at the window's end.
     */
    Amount packetLoss();

    /**
     * The share that the emulated links dropped on its way, as far as the receiver can know, as a
     * {@code ratio}; absent on {@code direct}.
     */
    Amount appliedLoss();

    /**
     * By how many packets the loss that the receiver saw and the loss that was applied differ, in
     * {@code packets}; absent where one of them is not known.
     */
    Amount lossDifference();

    /** How large that difference may be: 3 {@code packets}, or 0.5 % of those expected. */
    Amount lossTolerance();
  }

  /** A picture on its way from one participant to another. */
  interface VideoFlow extends MediaFlow {
    /** Frames that the sender's source gave, in {@code frames}. */
    Amount sourceFrames();

    /** Frames that the receiver decoded, in {@code frames}. */
    Amount framesDecoded();

    /** The share of the window in which the picture stood still, as a {@code ratio}. */
    Amount freezeRatio();

    /** The harmonic frame rate, in which long gaps weigh more, in {@code 1/s}. */
    Amount harmonicFrameRate();

    /** How the receiver's picture looked at the window's end. */
    Picture picture();
  }

  /** A sound on its way from one participant to another. */
  interface AudioFlow extends MediaFlow {
    /** Energy that the receiver played, after W3C's {@code totalAudioEnergy}, in {@code energy}. */
    Amount energyReceived();

    /** The share of samples that were made up and not silent, as a {@code ratio}. */
    Amount audibleConcealment();
  }

  /** One direction of a participant's emulated link. */
  interface LinkFlow {
    /** Whose link it is. */
    Participant participant();

    /** Up is from the participant, down is to it. */
    Direction direction();

    /** What it did, second by second, in the order of time. */
    List<LinkInterval> intervals();
  }

  /**
   * What a direction of a link did in an interval.
   *
   * @param fromMs on the run's clock
   * @param toMs on the run's clock
   * @param capacity the mean capacity in {@code bit/s}; absent where it was unlimited
   * @param offered IP bytes that came to it, in {@code bytes}
   * @param delivered IP bytes that left it, in {@code bytes}
   * @param droppedByQueue packets for which the queue had no room, in {@code packets}
   * @param queueDelay the mean time that packets waited at the bottleneck, in {@code s}; absent
   *     without packets
   */
  record LinkInterval(
      double fromMs,
      double toMs,
      Amount capacity,
      Amount offered,
      Amount delivered,
      Amount droppedByQueue,
      Amount queueDelay) {

    /** Its length in seconds. */
    public double seconds() {
      return (toMs - fromMs) / 1000;
    }
  }

  /**
   * A look at a received picture.
   *
   * @param contrast standard deviation of the luma over the picture, 0..255
   * @param change mean absolute change of the luma between two looks, 0..255
   */
  record Picture(Amount contrast, Amount change) {}
}
