package dev.parley.harness.cli;

import picocli.CommandLine.IVersionProvider;

/** Parley's own version. */
final class Version implements IVersionProvider {

  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "parley " + text(), "java " + System.getProperty("java.version", "unknown")
    };
  }
}
