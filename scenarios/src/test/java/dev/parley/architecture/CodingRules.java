package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.NullMarked;

/** What no class of Parley does, wherever it stands. */
final class CodingRules {
  private CodingRules() {}

  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("sleep", noSleep());
    rules.put("logging", noLoggingButSlf4j());
    rules.put("streams", noStandardStreams());
    rules.put("static state", noStaticState());
    rules.put("null-marked", nullMarked());
    return rules;
  }

  static ArchRule noSleep() {
    return noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", long.class, int.class)
        .orShould()
        .callMethod(TimeUnit.class, "sleep", long.class)
        .because("a wait has a name, a deadline and something that it waits for");
  }

  /** Selenium logs that way, and one class turns it down. */
  private static ArchRule noLoggingButSlf4j() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.parley.harness.endpoint.SeleniumLog")
        .should()
        .dependOnClassesThat(resideInAPackage("java.util.logging.."))
        .because("SLF4J is in use");
  }

  private static ArchRule noStandardStreams() {
    return noClasses()
        .that(not(resideInAnyPackage("..harness.cli..", "..harness.testng..")))
        .should(ACCESS_STANDARD_STREAMS)
        .because("only the two doors speak to the terminal");
  }

  private static ArchRule noStaticState() {
    return fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should(beImmutable())
        .because("what changes belongs to an object that somebody owns and closes");
  }

  private static ArchCondition<JavaField> beImmutable() {
    return new ArchCondition<>("be final and of a type that does not change") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean changes =
            !field.getModifiers().contains(JavaModifier.FINAL) || holdsState(field.getRawType());
        if (changes) {
          events.add(SimpleConditionEvent.violated(field, field.getDescription() + " can change"));
        }
      }
    };
  }

  /** Interfaces such as {@code List} pass: what they hold is of {@code List.of}. */
  private static boolean holdsState(JavaClass type) {
    boolean concreteCollection =
        !type.isInterface()
            && !type.isEnum()
            && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
    return concreteCollection
        || type.isAssignableTo(AtomicInteger.class)
        || type.isAssignableTo(AtomicLong.class)
        || type.isAssignableTo(AtomicBoolean.class)
        || type.isAssignableTo(AtomicReference.class)
        || type.isAssignableTo(LongAdder.class)
        || type.isAssignableTo(ThreadLocal.class);
  }

  private static ArchRule nullMarked() {
    return classes()
        .that(not(resideInAPackage("..generated..")))
        .should(
            new ArchCondition<JavaClass>("lie in a package that is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getPackageName() + " has no package-info with @NullMarked"));
                }
              }
            });
  }
}
