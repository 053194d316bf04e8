package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.Check;
import dev.parley.harness.EmulatedLink;
import dev.parley.harness.MeasuredWindow;
import dev.parley.harness.Participant;
import dev.parley.network.model.Direction;
import dev.parley.network.model.NetworkProfile;
import dev.parley.reports.model.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A call of two that never was, over a network of the answerer's; keeps the checks made. */
final class FakeCall {
  /**
   * A check that was made.
   *
   * @param held null where there was nothing to judge by
   */
  record Checked(String criterion, String by, @Nullable Boolean held) {}

  final List<Checked> checks = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final Map<String, Double> figures = new TreeMap<>();
  Function<Duration, MeasuredWindow> windows =
      length -> {
        throw new UnsupportedOperationException("a window of " + length);
      };
  final Participant offerer;
  final Participant answerer;
  final Call call;

  /** A figure that was told, by its participant and metric. */
  double figure(String name) {
    return Optional.ofNullable(figures.get(name))
        .orElseThrow(() -> new AssertionError("no figure " + name + " among " + figures));
  }

  /** Over {@code direct}. */
  FakeCall() {
    this(null, NetworkProfile.ideal(), NetworkProfile.ideal(), Map.of());
  }

  /**
   * A call.
   *
   * @param network as the user names it; null for {@code direct}
   * @param states seconds until each state of a connection, whoever's it is
   */
  FakeCall(
      @Nullable String network,
      NetworkProfile ofOfferer,
      NetworkProfile ofAnswerer,
      Map<String, Double> states) {
    offerer = participant("offerer", "chrome", ofOfferer, states);
    answerer = participant("answerer", "firefox", ofAnswerer, states);
    call =
        Stub.of(
            Call.class,
            Map.of(
                "participants",
                List.of(offerer, answerer),
                "network",
                network == null ? "direct" : network,
                "check",
                function(arguments -> new FakeCheck((String) arguments[0])),
                "note",
                function(arguments -> notes.add((String) arguments[0])),
                "await",
                function(arguments -> ((BooleanSupplier) arguments[2]).getAsBoolean()),
                "measure",
                function(arguments -> windows.apply((Duration) arguments[0])),
                "figure",
                function(this::figure)));
  }

  /** Whether every check of this criterion held, and there was one. */
  boolean held(String criterion) {
    List<Checked> found =
        checks.stream().filter(check -> check.criterion().startsWith(criterion)).toList();
    return !found.isEmpty() && found.stream().allMatch(check -> Boolean.TRUE.equals(check.held()));
  }

  /** What did not hold, or was not measured. */
  List<Checked> open() {
    return checks.stream().filter(check -> !Boolean.TRUE.equals(check.held())).toList();
  }

  private @Nullable Object figure(Object[] arguments) {
    Double value = ((Amount) arguments[2]).value();
    if (value != null) {
      figures.put(((Participant) arguments[0]).name() + " " + ((Metric) arguments[1]).id(), value);
    }
    return null;
  }

  static Function<Object[], @Nullable Object> function(
      Function<Object[], @Nullable Object> function) {
    return function;
  }

  private static Participant participant(
      String name, String family, NetworkProfile profile, Map<String, Double> states) {
    EmulatedLink link =
        Stub.of(
            EmulatedLink.class,
            Map.of(
                "profile",
                profile,
                "scheduleStarted",
                Amount.of(0, "ms"),
                "state",
                function(arguments -> profile.link((Direction) arguments[0]))));
    return Stub.of(
        Participant.class,
        Map.of(
            "name",
            name,
            "family",
            family,
            "link",
            link,
            "now",
            0.0,
            "connectionState",
            "connected",
            "timeToState",
            function(arguments -> new Amount(states.get(((String[]) arguments[1])[0]), "s"))));
  }

  private final class FakeCheck implements Check {
    private final String criterion;
    private String by = "";

    private FakeCheck(String criterion) {
      this.criterion = criterion;
    }

    @Override
    public Check by(Participant participant) {
      by = participant.name();
      return this;
    }

    @Override
    public Check whateverTheLoad() {
      return this;
    }

    @Override
    public OfAmount measured(Amount amount) {
      return new OfAmount() {
        @Override
        public boolean atLeast(Amount limit) {
          return compare(limit, sign -> sign >= 0);
        }

        @Override
        public boolean atMost(Amount limit) {
          return compare(limit, sign -> sign <= 0);
        }

        @Override
        public boolean moreThan(Amount limit) {
          return compare(limit, sign -> sign > 0);
        }

        private boolean compare(Amount limit, IntPredicate holds) {
          Double value = amount.value();
          Double against = limit.value();
          return keep(
              (value == null || against == null) ? null : holds.test(value.compareTo(against)));
        }
      };
    }

    @Override
    public OfWord found(@Nullable String word) {
      return new OfWord() {
        @Override
        public boolean is(String expected) {
          return keep(word == null ? null : word.equals(expected));
        }

        @Override
        public boolean isNot(String unexpected) {
          return keep(word == null ? null : !word.equals(unexpected));
        }

        @Override
        public boolean isOneOf(String... expected) {
          return keep(word == null ? null : List.of(expected).contains(word));
        }
      };
    }

    private boolean keep(@Nullable Boolean held) {
      checks.add(new Checked(criterion, by, held));
      return Boolean.TRUE.equals(held);
    }
  }
}
