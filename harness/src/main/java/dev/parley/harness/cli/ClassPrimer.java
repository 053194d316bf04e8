package dev.parley.harness.cli;

final class ClassPrimer {
  private ClassPrimer() {}

  public static void main(String[] a) {
    Parley.main(new String[] {"--version"});
  }
}
