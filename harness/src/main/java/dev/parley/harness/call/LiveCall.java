package dev.parley.harness.call;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.Check;
import dev.parley.harness.MeasuredWindow;
import dev.parley.harness.Media;
import dev.parley.harness.Participant;
import dev.parley.harness.network.CallNetwork;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A call of one attempt: planned when it is handed to TestNG, live once its browsers are leased.
 */
public final class LiveCall implements Call {
  private static final String NETWORK_AXIS = "network";

  private final CellId cell;
  private final Duration duration;
  private final List<RecordedCheck.Made> checks = Collections.synchronizedList(new ArrayList<>());
  private @Nullable CallSession session;
  private Media media = Media.none();

  /** A call that is planned. */
  public LiveCall(CellId cell, Duration duration) {
    this.cell = cell;
    this.duration = duration;
  }

  /** Makes it live. */
  public void open(CallSession opened) {
    session = opened;
  }

  /** The checks made so far. */
  public List<RunEvent.Check> checks() {
    return checks.stream().map(RecordedCheck.Made::event).toList();
  }

  /** Whether a check broke that no load on the machine excuses. */
  public boolean brokeInFunction() {
    return checks.stream()
        .anyMatch(c -> c.functional() && c.event().verdict() == RunEvent.Verdict.BROKEN);
  }

  @Override
  public CellId cell() {
    return cell;
  }

  @Override
  public List<Participant> participants() {
    return List.copyOf(session().participants());
  }

  @Override
  public String network() {
    String named = cell.axes().get(NETWORK_AXIS);
    return named != null ? named : session().network();
  }

  @Override
  public void startNetworkSchedule() {
    session().emulated().ifPresent(CallNetwork::startSchedules);
  }

  @Override
  public void holdNetworkSchedule() {
    session().emulated().ifPresent(CallNetwork::holdSchedules);
  }

  @Override
  public Duration duration() {
    return duration;
  }

  @Override
  public void connect(Media wanted) {
    media = wanted;
    double start = session().connector().connect(wanted);
    for (Participant participant : participants()) {
      check("connection").by(participant).found(participant.connectionState()).is("connected");
      figure(
          participant,
          MetricCatalogue.TIME_TO_CONNECTED,
          participant.timeToState(start, "connected"));
    }
  }

  @Override
  public MeasuredWindow measure(Duration length) {
    return session().measurer().measure(media, length);
  }

  @Override
  public Check check(String criterion) {
    return new RecordedCheck(
        criterion,
        made -> {
          checks.add(made);
          session().log().append(made.event());
        });
  }

  @Override
  public void figure(Participant participant, Metric metric, Amount amount) {
    if (amount.value() != null) {
      Reading reading = Reading.of(metric, Track.CONNECTION, amount.value());
      session().log().append(new RunEvent.Figure(participant.name(), reading));
    }
  }

  @Override
  public void step(String name) {
    session().log().append(new RunEvent.Step(name, null));
  }

  @Override
  public void note(String message) {
    session().log().append(new RunEvent.Note(null, message));
  }

  @Override
  public boolean await(String what, Duration bound, BooleanSupplier condition) {
    return session().board().await(what, bound, condition);
  }

  private CallSession session() {
    if (session == null) {
      throw new IllegalStateException(
          "the call of " + cell + " is not open; scenarios are started by Parley alone");
    }
    return session;
  }
}
