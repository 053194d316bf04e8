package dev.parley.harness.cli;

/** What a command's exit code means, and how it leaves the JVM. */
final class ExitCode {
  static final int PASS = 0;
  static final int PRODUCT_FAILED = 1;
  static final int USAGE = 2;
  static final int NO_VERDICT = 3;

  /**
   * The status by which the launcher knows that the product failed: a JVM ends with 1 for reasons
   * of its own (an unknown flag, an uncaught exception), so that 1 alone tells nothing.
   */
  private static final int STATUS_OF_PRODUCT_FAILED = 41;

  private ExitCode() {}

  static int toStatus(int code) {
    return switch (code) {
      case PASS, USAGE, NO_VERDICT -> code;
      case PRODUCT_FAILED -> STATUS_OF_PRODUCT_FAILED;
      default -> NO_VERDICT;
    };
  }
}
