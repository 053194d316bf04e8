package dev.parley.harness.matrix;

import dev.parley.harness.Call;
import dev.parley.harness.Scenario;
import dev.parley.harness.ScenarioSource;
import dev.parley.reports.model.CellId;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every scenario that is to be had, by its key. */
public final class ScenarioCatalogue {
  private final Map<String, ScenarioMethod> byKey = new LinkedHashMap<>();

  private ScenarioCatalogue(List<ScenarioMethod> methods) {
    for (ScenarioMethod method : methods) {
      ScenarioMethod other = byKey.put(method.key(), method);
      if (other != null && !other.method().equals(method.method())) {
        throw new UsageException(
            "found scenario '%s' twice: in %s and in %s; give one of them another id or parameter"
                .formatted(method.key(), where(other), where(method)));
      }
    }
  }

  /** The scenarios of every {@link ScenarioSource} that a class loader sees. */
  public static ScenarioCatalogue load(ClassLoader loader) {
    List<Class<?>> classes = new ArrayList<>();
    PageModules.sources(loader).forEach(source -> classes.addAll(source.scenarios()));
    return of(classes);
  }

  /** The scenarios of these classes. */
  public static ScenarioCatalogue of(List<Class<?>> classes) {
    return new ScenarioCatalogue(
        classes.stream().flatMap(type -> methodsOf(type).stream()).toList());
  }

  /** The scenarios that one method carries; empty where it is none. */
  public static List<ScenarioMethod> of(Method method) {
    List<ScenarioMethod> found =
        Arrays.stream(method.getAnnotationsByType(Scenario.class))
            .map(mark -> scenario(mark, method))
            .toList();
    boolean takesCall = Arrays.equals(method.getParameterTypes(), new Class<?>[] {Call.class});
    if (!found.isEmpty() && !takesCall) {
      throw new UsageException(
          "found scenario method %s.%s with other parameters, expected exactly one of type Call"
              .formatted(method.getDeclaringClass().getName(), method.getName()));
    }
    return found;
  }

  private static ScenarioMethod scenario(Scenario mark, Method method) {
    try {
      ScenarioMethod scenario = ScenarioMethod.of(mark, method);
      // Only names that cell ids can hold: this refuses others.
      var unused = new CellId(scenario.id(), scenario.parameters(), List.of("endpoint"));
      return scenario;
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "scenario method %s.%s: %s"
              .formatted(method.getDeclaringClass().getName(), method.getName(), e.getMessage()));
    }
  }

  /** All of them, in the order of their sources. */
  public List<ScenarioMethod> all() {
    return List.copyOf(byKey.values());
  }

  /**
   * The scenarios that these names ask for: a key, an id (every parameter of it), or {@code all};
   * none for the default ones.
   */
  public List<ScenarioMethod> select(List<String> names) {
    if (names.isEmpty()) {
      return all().stream().filter(ScenarioMethod::byDefault).toList();
    }
    Map<String, ScenarioMethod> chosen = new LinkedHashMap<>();
    for (String name : names) {
      List<ScenarioMethod> found =
          all().stream()
              .filter(m -> name.equals("all") || m.key().equals(name) || m.id().equals(name))
              .toList();
      if (found.isEmpty()) {
        throw UsageException.unknown("scenario", name, known(), "./parley list");
      }
      found.forEach(method -> chosen.put(method.key(), method));
    }
    return List.copyOf(chosen.values());
  }

  private List<String> known() {
    List<String> names = new ArrayList<>(byKey.keySet());
    byKey.values().stream().map(ScenarioMethod::id).distinct().forEach(names::add);
    return names;
  }

  private static List<ScenarioMethod> methodsOf(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .sorted(Comparator.comparing(Method::getName))
        .flatMap(method -> of(method).stream())
        .toList();
  }

  private static String where(ScenarioMethod method) {
    return method.method().getDeclaringClass().getName() + "." + method.method().getName();
  }
}
