package dev.parley.network.relay;

/** Why the relay did not forward a packet. */
enum Refusal {
  /** Neither STUN, DTLS, RTP nor RTCP, from nobody known. */
  GARBAGE("garbage"),
  /** It came from a source that was not admitted, and asks for no admission. */
  UNKNOWN_SOURCE("unknown-source"),
  /** It asks for admission with credentials that nobody in the call has. */
  UNKNOWN_CREDENTIALS("unknown-credentials"),
  /** Its MESSAGE-INTEGRITY or FINGERPRINT is absent or wrong. */
  NO_INTEGRITY("no-integrity"),
  /** Its transaction was seen from another source before. */
  REPLAYED("replayed"),
  /** The socket stands for nobody. */
  UNBOUND("unbound"),
  /** Where it is to go is not known, or not yet. */
  NO_DESTINATION("no-destination"),
  /** Too many requests to a server by somebody not admitted. */
  TOO_MANY("too-many"),
  /** No socket was left to stand for its source. */
  NO_PORT("no-port"),
  /** The system refused to send it. */
  NOT_SENT("not-sent"),
  /** The link was given up after an error. */
  BROKEN_LINK("broken-link");

  private final String word;

  Refusal(String word) {
    this.word = word;
  }

  /** As in truth and logs. */
  String word() {
    return word;
  }
}
