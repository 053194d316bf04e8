package dev.parley.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of the example project, and a local repository that holds Parley's artefacts as {@code
 * install} would have put them there.
 */
final class ExampleProject implements AutoCloseable {
  private static final Path PARLEY = Path.of("..").toAbsolutePath().normalize();
  private static final Path EXAMPLE = PARLEY.resolve("docs/examples/own-scenario");
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final long PATIENCE_S = 240;
  private static final Map<String, Path> ARTEFACTS =
      Map.of(
          "parley-network-emulation", PARLEY.resolve("network-emulation"),
          "parley-test-pages", PARLEY.resolve("test-pages"),
          "parley-reports", PARLEY.resolve("reports"),
          "parley-harness", PARLEY.resolve("harness"));

  private final Path root;
  private final Path folder;
  private final Path repository;

  ExampleProject() throws IOException {
    root = Files.createTempDirectory("parley-example");
    folder = root.resolve("own-scenario");
    repository = root.resolve("repository");
    copyTree(EXAMPLE, folder);
    install("parley", PARLEY.resolve("pom.xml"), "pom");
    for (Map.Entry<String, Path> artefact : ARTEFACTS.entrySet()) {
      Path module = artefact.getValue();
      install(artefact.getKey(), module.resolve("pom.xml"), "pom");
      String jar = artefact.getKey() + "-" + VERSION + ".jar";
      install(artefact.getKey(), module.resolve("target").resolve(jar), "jar");
    }
  }

  /** How a program ended, and what it said. */
  record Ended(int status, String output) {}

  Path folder() {
    return folder;
  }

  /** A folder for a run's results, which does not exist yet. */
  Path results(String name) {
    return root.resolve(name);
  }

  /** Runs Maven in the example, with the machine's local repository to read from alone. */
  Ended maven(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                PARLEY.resolve("mvnw").toString(),
                "-B",
                "-q",
                "-o",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + machineRepository()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs Parley's command line from its distribution, in the example's folder. */
  Ended parley(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                PARLEY.resolve("scenarios/target/dist/lib/parley.jar").toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private Ended run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(root, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new AssertionError(
            "%s had not ended after %d s: %s"
                .formatted(command, PATIENCE_S, Files.readString(output)));
      }
      return new Ended(process.exitValue(), Files.readString(output));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Surefire tells its tests where the build's own local repository is. */
  private static String machineRepository() {
    String told = System.getProperty("localRepository");
    return told == null
        ? Path.of(System.getProperty("user.home"), ".m2", "repository").toString()
        : told;
  }

  private void install(String artefact, Path file, String type) throws IOException {
    Path target =
        repository.resolve(
            "dev/parley/%s/%s/%s-%s.%s".formatted(artefact, VERSION, artefact, VERSION, type));
    Files.createDirectories(target.resolveSibling("."));
    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = from.relativize(file);
        if (!name.startsWith("target") && !name.startsWith("parley-out")) {
          Path target = to.resolve(name);
          Files.createDirectories(target.resolveSibling("."));
          Files.copy(file, target);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
