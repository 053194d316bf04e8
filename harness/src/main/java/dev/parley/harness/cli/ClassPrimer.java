package dev.parley.harness.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Loads what a run uses and ends, so that the JVM can archive the classes ({@code
 * -XX:ArchiveClassesAtExit}); the launcher starts it once for each build.
 */
final class ClassPrimer {
  private static final List<String> USED =
      List.of(
          "dev/parley/",
          "picocli/",
          "tools/jackson/core/",
          "tools/jackson/databind/",
          "org/eclipse/jetty/",
          "org/openqa/selenium/",
          "org/testng/",
          "ch/qos/logback/",
          "org/slf4j/",
          "gg/jte/",
          "com/fasterxml/jackson/annotation/",
          "com/google/common/base/",
          "com/google/common/collect/",
          "io/qameta/allure/",
          "org/apache/commons/");

  private ClassPrimer() {}

  /** Loads the classes of the first jar on the class path and of those that its manifest names. */
  public static void main(String... arguments) {
    File main = new File(System.getProperty("java.class.path", ""));
    jars(main).forEach(ClassPrimer::load);
  }

  private static List<File> jars(File main) {
    try (JarFile jar = new JarFile(main)) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      String others = manifest.getValue(Attributes.Name.CLASS_PATH);
      Stream<String> names = others == null ? Stream.of() : Stream.of(others.split(" ", -1));
      return Stream.concat(Stream.of(main), names.map(name -> new File(main.getParent(), name)))
          .filter(File::isFile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void load(File file) {
    try (JarFile jar = new JarFile(file)) {
      jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && USED.stream().anyMatch(name::startsWith))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .forEach(ClassPrimer::load);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void load(String name) {
    try {
      Class.forName(name, false, ClassPrimer.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // It stands on a library that is not here, so that no run loads it either.
      return;
    }
  }
}
