package dev.parley.harness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a TestNG test method as a scenario: one behaviour, run once per cell of the matrix.
 *
 * <p>The method takes one argument, a {@link Call}. Parley supplies the data provider.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Scenarios.class)
public @interface Scenario {

  /** The id, as in {@code audio-video}; letters, digits, {@code -}, {@code _} and {@code .}. */
  String id();

  /** What tells this scenario from others of the same id, as in {@code messages}; often empty. */
  String[] parameters() default {};

  /** The behaviour in a few words, for people. */
  String title();

  /** How many take part, at least 2. */
  int participants() default 2;

  /**
   * The networks that it runs over when the user names none, as in {@code loss-5} or {@code
   * 3g@offerer}; {@code direct} is the machine's own, with nothing emulated.
   */
  String[] networks() default {"direct"};

  /**
   * Whether it brings its own network, whatever the user asks for: then it runs over {@link
   * #networks()} alone, and where that is one, its cells do not name it.
   */
  boolean ownNetwork() default false;

  /**
   * How many seconds it takes beyond what it measures for as long as the user wants; an attempt has
   * so much more time.
   */
  int seconds() default 0;

  /** Whether it runs when no scenario is asked for by name. */
  boolean byDefault() default true;
}
