package dev.parley.harness.matrix;

import dev.parley.harness.ScenarioSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * A class-path folder of page modules that scenarios load.
 *
 * @param name what they are served as, below {@code x/}; the simple name of the source's class
 * @param loader what finds them
 * @param folder the folder, as in {@code com/example/pages}
 */
public record PageModules(String name, ClassLoader loader, String folder) {

  /**
   * The modules of every {@link ScenarioSource} that a class loader sees.
   *
   * @throws UsageException if a source cannot be used, or two are called the same
   */
  public static List<PageModules> load(ClassLoader loader) {
    Map<String, PageModules> byName = new LinkedHashMap<>();
    for (ScenarioSource source : sources(loader)) {
      of(source)
          .ifPresent(
              modules -> {
                if (byName.put(modules.name, modules) != null) {
                  throw new UsageException(
                      "found two scenario sources of page modules called %s; rename one of them"
                          .formatted(modules.name));
                }
              });
    }
    return List.copyOf(byName.values());
  }

  /** Every source that a class loader sees. */
  static List<ScenarioSource> sources(ClassLoader loader) {
    List<ScenarioSource> sources = new ArrayList<>();
    try {
      ServiceLoader.load(ScenarioSource.class, loader).forEach(sources::add);
    } catch (ServiceConfigurationError e) {
      throw new UsageException("a scenario jar cannot be used: " + e.getMessage());
    }
    return sources;
  }

  private static Optional<PageModules> of(ScenarioSource source) {
    Class<?> type = source.getClass();
    return source.modules().isBlank()
        ? Optional.empty()
        : Optional.of(
            new PageModules(type.getSimpleName(), type.getClassLoader(), source.modules()));
  }
}
