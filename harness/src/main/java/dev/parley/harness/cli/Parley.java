package dev.parley.harness.cli;

/** Stands in for the command line. */
public final class Parley {
  private Parley() {}

  /** Prints the version. */
  public static void main(String[] arguments) {
    System.out.println("parley stub");
  }
}
