package dev.parley.harness.cli;

import dev.parley.harness.matrix.UsageException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class loader over jars with scenarios of the user's own. */
final class ScenarioJars {
  private ScenarioJars() {}

  static ClassLoader loader(List<Path> jars) {
    ClassLoader own = ScenarioJars.class.getClassLoader();
    if (jars.isEmpty()) {
      return own;
    }
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      if (!Files.isReadable(jar)) {
        throw new UsageException(
            "found no readable file at --scenario-path "
                + jar
                + ", expected a jar or class folder");
      }
      try {
        urls.add(jar.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new UsageException("found --scenario-path " + jar + ", which is no path of a jar");
      }
    }
    // It lives as long as the run, whose scenarios may load further classes at any time.
    return new URLClassLoader(urls.toArray(URL[]::new), own);
  }
}
