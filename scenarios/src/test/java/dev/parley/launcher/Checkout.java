package dev.parley.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A throw-away checkout: the real launcher, a Maven that writes a line and makes a jar without
 * classes, and a Java that does what the test says.
 */
final class Checkout implements AutoCloseable {
  /** What Maven does when it succeeds. */
  static final String MAKE_DISTRIBUTION =
      "mkdir -p scenarios/target/launcher/dist/lib"
          + " && cp \"$PARLEY_TEST_ROOT/main.jar\" scenarios/target/launcher/dist/lib/parley.jar";

  /** Where the tests themselves run in the background, INT is ignored and cannot be trapped. */
  private static final List<String> WITH_INTERRUPTS =
      System.getProperty("os.name", "").equals("Linux")
          ? List.of("/usr/bin/env", "--default-signal=INT")
          : List.of();

  private static final Path REPOSITORY = Path.of("..");

  private final Path root;
  private final Path home;
  private final Path java;

  /** Makes one in a folder of this name, which may hold spaces. */
  Checkout(String name) throws IOException {
    root = Files.createTempDirectory("parley-launcher");
    home = Files.createDirectories(root.resolve(name));
    java = root.resolve("jdk 17");
    copy("parley");
    try (Stream<Path> scripts = Files.walk(REPOSITORY.resolve("scripts"))) {
      for (Path script : scripts.filter(Files::isRegularFile).toList()) {
        copy(REPOSITORY.relativize(script).toString());
      }
    }
    write("pom.xml", "<project/>");
    write("harness/src/main/java/A.java", "class A {}");
    makeJar();
    maven(MAKE_DISTRIBUTION);
    java("exit 0");
    script(java.resolve("bin/javac"), "exit 0");
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
  }

  /** The checkout's own folder. */
  Path home() {
    return home;
  }

  /** The folder around it, for links and working directories. */
  Path root() {
    return root;
  }

  /** The launcher in it. */
  Path parley() {
    return home.resolve("parley");
  }

  /** Writes a file of the checkout. */
  void write(String file, String content) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, content);
  }

  /** Has Java do this in shell when it runs the distribution; building an archive is apart. */
  void java(String body) throws IOException {
    script(
        java.resolve("bin/java"),
        "case \"$*\" in *ArchiveClassesAtExit*) exit 0 ;; esac\n"
            + "printf '%s\\n' \"$@\" >\"$PARLEY_TEST_ROOT/arguments\"\n"
            + body);
  }

  /** Has Maven write a line to {@code builds}, then do this in shell. */
  void maven(String body) throws IOException {
    script(home.resolve("mvnw"), "echo built >>\"$PARLEY_TEST_ROOT/builds\"\n" + body);
  }

  /** Takes Java away. */
  void removeJava() throws IOException {
    Files.delete(java.resolve("bin/java"));
  }

  /** The arguments of the last Java, one each. */
  List<String> arguments() throws IOException {
    return Files.readAllLines(root.resolve("arguments"));
  }

  /** How often Maven ran. */
  int builds() throws IOException {
    Path builds = root.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  /** Starts the launcher with these arguments, from the folder around the checkout. */
  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(parley().toString()));
    command.addAll(List.of(arguments));
    return start(root, Map.of(), command);
  }

  /** Starts a command with the checkout's Java, and output merged into a file of its own. */
  Process start(Path directory, Map<String, String> environment, List<String> command)
      throws IOException {
    List<String> whole = new ArrayList<>(WITH_INTERRUPTS);
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().put("PARLEY_TEST_ROOT", root.toString());
    builder.environment().remove("PARLEY_JAVA_OPTS");
    builder.environment().putAll(new TreeMap<>(environment));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(root.resolve("output").toFile()))
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .start();
  }

  /** What was said so far. */
  String output() throws IOException {
    return Files.readString(root.resolve("output"), StandardCharsets.UTF_8);
  }

  /** The exit status of a process that has to end within a minute. */
  static int statusOf(Process process) throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher had not ended after 60 s");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  private void makeJar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "no.such.Main");
    new JarOutputStream(Files.newOutputStream(root.resolve("main.jar")), manifest).close();
  }

  private void copy(String file) throws IOException {
    Path target = home.resolve(file);
    Files.createDirectories(target.resolveSibling("."));
    Files.copy(REPOSITORY.resolve(file), target, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void script(Path file, String body) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
