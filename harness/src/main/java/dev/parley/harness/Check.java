package dev.parley.harness;

import org.jspecify.annotations.Nullable;

/**
 * A criterion in the making; the last call records it and says whether it held.
 *
 * <p>A broken check does not end the scenario: all of them are made, and the cell is judged by all.
 * A quality check that breaks on a machine that was too busy leaves the cell inconclusive; one that
 * is about function ({@link #whateverTheLoad()}) fails it all the same.
 */
public interface Check {

  /** Whose behaviour is judged. */
  Check by(Participant participant);

  /** This check is about function, which no load on the machine excuses. */
  Check whateverTheLoad();

  /** The value to judge; an absent one leaves the check inconclusive. */
  OfAmount measured(Amount amount);

  /** The word to judge; null leaves the check inconclusive. */
  OfWord found(@Nullable String word);

  /** A check of a quantity. */
  interface OfAmount {
    /** Holds where the value is the limit or more. */
    boolean atLeast(Amount limit);

    /** Holds where the value is the limit or less. */
    boolean atMost(Amount limit);

    /** Holds where the value is more than the limit. */
    boolean moreThan(Amount limit);
  }

  /** A check of a word. */
  interface OfWord {
    /** Holds where the word is this one. */
    boolean is(String expected);

    /** Holds where the word is another one. */
    boolean isNot(String unexpected);

    /** Holds where the word is one of these. */
    boolean isOneOf(String... expected);
  }
}
