package dev.parley.network.engine;

import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import java.time.Duration;

/**
 * Applies changes to one direction. Where changes overlap, each field is led by the last one that
 * began and touches it: a ramp of that field ends there, its other fields go on.
 */
final class Steering {
  private final Agenda agenda;
  private final Wheel wheel;
  private long capacityLed;
  private long delayLed;
  private long lossLed;

  /** What is steered. */
  interface Wheel {
    LinkProfile profile();

    void become(LinkProfile next, long atNanos, String why);
  }

  /** Which change leads each field that can have a ramp. */
  private record Leads(long capacity, long delay, long loss) {}

  Steering(Agenda agenda, Wheel wheel) {
    this.agenda = agenda;
    this.wheel = wheel;
  }

  /** Begins a change. */
  void begin(LinkChange change, Duration length, long atNanos, String why) {
    if (change.equals(LinkChange.NOTHING)) {
      return;
    }
    capacityLed += change.capacity() == null ? 0 : 1;
    delayLed += change.delay() == null ? 0 : 1;
    lossLed += change.loss() == null ? 0 : 1;
    Ramp ramp = Ramp.of(wheel.profile(), change, length);
    apply(ramp.atOnce(), atNanos, why);
    if (!ramp.isFlat()) {
      later(ramp, 1, atNanos, new Leads(capacityLed, delayLed, lossLed), why);
    }
  }

  private void later(Ramp ramp, int step, long beginNanos, Leads leads, String why) {
    agenda.goOn(
        beginNanos + ramp.nanosOf(step),
        atNanos -> {
          LinkChange now =
              ramp.at(
                  step,
                  leads.capacity() == capacityLed,
                  leads.delay() == delayLed,
                  leads.loss() == lossLed);
          if (!now.equals(LinkChange.NOTHING)) {
            apply(now, atNanos, why);
            if (step < ramp.steps()) {
              later(ramp, step + 1, beginNanos, leads, why);
            }
          }
        });
  }

  private void apply(LinkChange change, long atNanos, String why) {
    if (!change.equals(LinkChange.NOTHING)) {
      wheel.become(change.applyTo(wheel.profile()), atNanos, why);
    }
  }
}
