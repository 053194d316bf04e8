package dev.parley.network.model;

/** Why a packet did not arrive. */
public enum DropCause {
  /** The loss model took it. */
  LOSS,
  /** The queue was full. */
  QUEUE,
  /** CoDel dropped it from the queue (RFC 8289). */
  CODEL,
  /** The link was cut. */
  OUTAGE,
  /** It was larger than the link's MTU. */
  MTU,
  /** A trace that is played once had ended. */
  TRACE_END;

  /** The lower-case word for it in logs and files, as in {@code trace-end}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
