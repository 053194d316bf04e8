package dev.parley.harness.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Examines whether this machine can run calls, and says what mends what it cannot. */
public final class Doctor {
  private static final Duration COMMAND_DEADLINE = Duration.ofSeconds(5);
  private final EndpointFinder finder;
  private final EndpointProbe probe;
  private final PulseSink.Attempt sound;

  /**
   * Examines with these.
   *
   * @param page any page of a secure context, as one on loopback
   * @param sound what came of starting the sound server that the pool's Firefox is given
   */
  public Doctor(EndpointFinder finder, EndpointPool pool, URI page, PulseSink.Attempt sound) {
    this.finder = finder;
    this.probe = new EndpointProbe(pool, page);
    this.sound = sound;
  }

  /** Launches each endpoint and looks at the machine; takes some seconds an endpoint. */
  public List<DoctorRow> examine(List<EndpointSpec> specs) {
    List<DoctorRow> rows = new ArrayList<>();
    for (EndpointSpec spec : specs) {
      try {
        rows.addAll(EndpointDoctor.rows(probe.probe(finder.find(spec)), sound.reason()));
      } catch (EndpointException e) {
        rows.addAll(EndpointDoctor.missing(spec, e));
      }
    }
    rows.addAll(new MachineDoctor(Machine.current(), COMMAND_DEADLINE).rows(sound));
    return rows;
  }
}
