package dev.parley.architecture;

import static org.testng.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The rules, held against everything that Parley is made of. */
public final class ArchitectureTest {
  private static final List<String> MODULES =
      List.of("network-emulation", "test-pages", "reports", "harness", "scenarios");

  private final JavaClasses product =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.parley");

  @DataProvider
  Iterator<Object[]> directions() {
    return rows(new ArchitectureRules("dev.parley").all());
  }

  @DataProvider
  Iterator<Object[]> habits() {
    return rows(CodingRules.all());
  }

  @Test
  public void seesEveryModule() {
    for (String name : List.of("network", "pages", "reports", "harness", "scenarios")) {
      assertTrue(
          product.stream()
              .anyMatch(
                  type -> (type.getPackageName() + ".").startsWith("dev.parley." + name + ".")),
          "no class of dev.parley." + name + " on the class path");
    }
  }

  @Test(dataProvider = "directions")
  public void keepsDirections(String name, ArchRule rule) {
    rule.check(product);
  }

  @Test(dataProvider = "habits")
  public void keepsHabits(String name, ArchRule rule) {
    rule.check(product);
  }

  @Test
  public void sleepsInNoTestEither() {
    List<Path> tests =
        MODULES.stream()
            .map(module -> Path.of("..", module, "target/test-classes"))
            .filter(Files::isDirectory)
            .toList();
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(location -> !location.contains("/architecture/fixture/"))
            .importPaths(tests);
    CodingRules.noSleep().check(classes);
  }

  private static Iterator<Object[]> rows(Map<String, ArchRule> rules) {
    return rules.entrySet().stream()
        .map(rule -> new Object[] {rule.getKey(), rule.getValue()})
        .iterator();
  }
}
