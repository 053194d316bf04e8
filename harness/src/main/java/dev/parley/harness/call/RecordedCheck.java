package dev.parley.harness.call;

import dev.parley.harness.Amount;
import dev.parley.harness.Check;
import dev.parley.harness.Participant;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A check that ends as an event. */
final class RecordedCheck implements Check {

  /**
   * A check that was made.
   *
   * @param event what was measured, and against what
   * @param functional whether no load on the machine excuses it
   */
  record Made(RunEvent.Check event, boolean functional) {}

  private final String criterion;
  private final Consumer<Made> sink;
  private @Nullable String participant;
  private boolean functional;

  RecordedCheck(String criterion, Consumer<Made> sink) {
    this.criterion = criterion;
    this.sink = sink;
  }

  @Override
  public Check by(Participant judged) {
    participant = judged.name();
    return this;
  }

  @Override
  public Check whateverTheLoad() {
    functional = true;
    return this;
  }

  @Override
  public OfAmount measured(Amount amount) {
    return new OfAmount() {
      @Override
      public boolean atLeast(Amount limit) {
        return judge(amount, ">=", limit, value -> value >= number(limit));
      }

      @Override
      public boolean atMost(Amount limit) {
        return judge(amount, "<=", limit, value -> value <= number(limit));
      }

      @Override
      public boolean moreThan(Amount limit) {
        return judge(amount, ">", limit, value -> value > number(limit));
      }
    };
  }

  @Override
  public OfWord found(@Nullable String word) {
    return new OfWord() {
      @Override
      public boolean is(String expected) {
        return judge(word, "==", expected, expected::equals);
      }

      @Override
      public boolean isNot(String unexpected) {
        return judge(word, "!=", unexpected, found -> !unexpected.equals(found));
      }

      @Override
      public boolean isOneOf(String... expected) {
        List<String> all = List.of(expected);
        return judge(word, "one of", String.join(", ", all), all::contains);
      }
    };
  }

  private boolean judge(Amount amount, String relation, Amount limit, DoublePredicate holds) {
    Double value = amount.value();
    boolean known = value != null && limit.value() != null;
    Verdict verdict = known ? verdict(holds.test(number(amount))) : Verdict.INCONCLUSIVE;
    return record(text(amount), relation, orNotMeasured(text(limit)), limit.unit(), verdict);
  }

  private boolean judge(
      @Nullable String word, String relation, String limit, Predicate<String> holds) {
    Verdict verdict = word == null ? Verdict.INCONCLUSIVE : verdict(holds.test(word));
    return record(word, relation, limit, "", verdict);
  }

  private boolean record(
      @Nullable String measured, String relation, String limit, String unit, Verdict verdict) {
    String note = verdict == Verdict.INCONCLUSIVE ? "not measured" : null;
    sink.accept(
        new Made(
            new RunEvent.Check(
                criterion, participant, measured, relation, limit, unit, verdict, note),
            functional));
    return verdict == Verdict.HELD;
  }

  private static Verdict verdict(boolean held) {
    return held ? Verdict.HELD : Verdict.BROKEN;
  }

  private static double number(Amount amount) {
    return amount.value() == null ? Double.NaN : amount.value();
  }

  private static String orNotMeasured(@Nullable String text) {
    return text == null ? "not measured" : text;
  }

  private static @Nullable String text(Amount amount) {
    Double value = amount.value();
    if (value == null) {
      return null;
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString(value.longValue())
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
