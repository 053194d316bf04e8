package dev.parley.pages;

/** The close codes in use, of RFC 6455, section 7.4.1, and the IANA registry. */
final class CloseCode {
  static final int GOING_AWAY = 1001;
  static final int UNACCEPTABLE = 1003;
  static final int MALFORMED = 1007;
  static final int POLICY = 1008;
  static final int TOO_BIG = 1009;
  static final int TRY_LATER = 1013;

  private CloseCode() {}
}
