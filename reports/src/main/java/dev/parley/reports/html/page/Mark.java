package dev.parley.reports.html.page;

import dev.parley.reports.model.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as it is shown: a word, a shape and a colour.
 *
 * @param kind the class and the icon's name
 * @param word the outcome's word
 * @param expected why the outcome was expected; absent where it was not
 */
public record Mark(String kind, String word, @Nullable String expected) {

  /** The mark of an outcome that was not marked as expected. */
  public static Mark of(Outcome outcome) {
    return new Mark(outcome.word(), outcome.word(), null);
  }
}
