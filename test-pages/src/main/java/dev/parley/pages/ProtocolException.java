package dev.parley.pages;

/** A page broke the protocol; its socket is to be closed. */
final class ProtocolException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int code;
  private final String kind;

  private ProtocolException(int code, String kind, String message) {
    super(message);
    this.code = code;
    this.kind = kind;
  }

  static ProtocolException malformed(String message) {
    return new ProtocolException(CloseCode.MALFORMED, "malformed", message);
  }

  static ProtocolException version(String message) {
    return new ProtocolException(CloseCode.POLICY, "version", message);
  }

  /** The close code of RFC 6455, section 7.4.1. */
  int code() {
    return code;
  }

  /** The kind of refusal. */
  String kind() {
    return kind;
  }
}
