package dev.parley.network.config;

import dev.parley.network.model.LinkChange;
import dev.parley.network.model.Schedule;
import dev.parley.network.model.Schedule.Change;
import dev.parley.network.model.Schedule.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads changes over time. */
final class ScheduleReader {
  private static final String EXPECTED = "a change, as in {at: 10s, both: {loss: 20%}}";

  private final LinkReader links;

  ScheduleReader(LinkReader links) {
    this.links = links;
  }

  Schedule read(Setting setting) {
    return new Schedule(
        setting.elements("a list of changes, as in [{at: 10s, both: {loss: 20%}}]").stream()
            .map(this::change)
            .toList());
  }

  private Change change(Setting setting) {
    setting.keys(EXPECTED, List.of("at", "event", "both", "up", "down", "ramp"));
    boolean timed = setting.oneOf("one key of at and event", List.of("at", "event")).equals("at");
    When when = timed ? at(setting.required("at")) : event(setting.required("event"));
    if (List.of("both", "up", "down").stream().noneMatch(key -> setting.at(key).isPresent())) {
      throw setting.unlike("at least one key of both, up and down");
    }
    Duration ramp = setting.at("ramp").map(Quantities::time).orElse(Duration.ZERO);
    return setting.made(() -> new Change(when, of(setting, "up"), of(setting, "down"), ramp));
  }

  private static When at(Setting setting) {
    Duration time = Quantities.time(setting);
    return setting.made(() -> new When.At(time));
  }

  private static When event(Setting setting) {
    String expected = "a word of letters, digits, '.', '_' and '-', as in recovered";
    String word = setting.word(expected);
    if (!word.matches("[A-Za-z0-9._-]{1,100}")) {
      throw setting.unlike(expected);
    }
    return new When.On(word);
  }

  private LinkChange of(Setting setting, String direction) {
    LinkChange both = setting.at("both").map(links::change).orElse(LinkChange.NOTHING);
    Optional<LinkChange> own = setting.at(direction).map(links::change);
    return own.map(change -> over(change, both)).orElse(both);
  }

  private static LinkChange over(LinkChange upper, LinkChange lower) {
    return new LinkChange(
        upper.capacity() == null ? lower.capacity() : upper.capacity(),
        upper.delay() == null ? lower.delay() : upper.delay(),
        upper.jitter() == null ? lower.jitter() : upper.jitter(),
        upper.loss() == null ? lower.loss() : upper.loss(),
        upper.outage() == null ? lower.outage() : upper.outage(),
        upper.queue() == null ? lower.queue() : upper.queue());
  }
}
