package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Directions between modules and packages, below any root package so that they can be tested. */
final class ArchitectureRules {
  private static final List<List<String>> LAYERS =
      List.of(
          List.of("cli"),
          List.of("bench"),
          List.of("testng"),
          List.of("schedule"),
          List.of("call"),
          List.of("network"),
          List.of("server"),
          List.of("endpoint", "stats"),
          List.of("config"),
          List.of("matrix"));

  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  /** Every rule of direction, by its name. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    for (String leaf : List.of("network", "pages", "reports")) {
      rules.put("leaf " + leaf, leaf(leaf));
    }
    rules.put("harness", harness());
    rules.put("scenarios", scenarios());
    rules.put("public interface", publicInterface());
    for (int upper = 0; upper < LAYERS.size(); upper++) {
      for (String layer : LAYERS.get(upper)) {
        rules.put("layer " + layer, layer(layer, upper));
      }
    }
    rules.put("pure stats", pureStats());
    rules.put("stats and browsers", statsAndBrowsers());
    rules.put("cycles", cycles());
    return rules;
  }

  private ArchRule leaf(String module) {
    return classes()
        .that(in(module + ".."))
        .should()
        .onlyDependOnClassesThat(
            in(module + "..")
                .or(not(in("..")))
                .and(not(resideInAnyPackage("org.openqa.selenium..", "io.github.bonigarcia.."))))
        .because("a leaf module sees neither Selenium nor another module")
        .allowEmptyShould(true);
  }

  private ArchRule harness() {
    return noClasses()
        .that(in("harness.."))
        .should()
        .dependOnClassesThat(in("scenarios.."))
        .because("scenarios are found as a service, like a user's own");
  }

  private ArchRule scenarios() {
    return classes()
        .that(in("scenarios.."))
        .should()
        .onlyDependOnClassesThat(
            in("scenarios..")
                .or(in("harness"))
                .or(resideInAnyPackage(root + ".reports.model", root + ".network.model"))
                .or(
                    not(in(".."))
                        .and(
                            not(
                                resideInAnyPackage(
                                    "org.openqa.selenium..", "org.eclipse.jetty.."))))
                .or(nameMatching("\\[*[ZBCSIJFD]")))
        .because("a scenario is written against what every user has")
        .allowEmptyShould(true);
  }

  private ArchRule publicInterface() {
    return noClasses()
        .that(in("harness"))
        .should()
        .dependOnClassesThat(in("harness.*.."))
        .because("what scenarios are written against must not lead into the engine")
        .allowEmptyShould(true);
  }

  private ArchRule layer(String name, int level) {
    List<String> above = new ArrayList<>();
    for (List<String> layer : LAYERS.subList(0, level)) {
      layer.forEach(upper -> above.add(root + ".harness." + upper + ".."));
    }
    return noClasses()
        .that(in("harness." + name + ".."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(above.toArray(String[]::new)))
        .because("a lower layer of the harness knows no higher one")
        .allowEmptyShould(true);
  }

  private ArchRule pureStats() {
    return noClasses()
        .that(in("harness.stats.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.openqa.selenium..",
                "org.eclipse.jetty..",
                "java.nio.file..",
                "java.net..",
                "java.util.concurrent..",
                root + ".pages.."))
        .orShould()
        .dependOnClassesThat(nameMatching("java\\.io\\.(File|Print|.*Writer|.*Stream).*"))
        .because("normalising is a function of what the browser said")
        .allowEmptyShould(true);
  }

  private ArchRule statsAndBrowsers() {
    return noClasses()
        .that(in("harness.stats.."))
        .should()
        .dependOnClassesThat(in("harness.endpoint..").and(not(nameMatching(".*\\.Family"))))
        .orShould()
        .dependOnClassesThat(in("harness.call.."))
        .because("of an endpoint, normalising may know the family and no more")
        .allowEmptyShould(true);
  }

  private ArchRule cycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  private DescribedPredicate<JavaClass> in(String below) {
    return resideInAPackage(below.equals("..") ? root + ".." : root + "." + below);
  }
}
