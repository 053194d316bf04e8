package dev.parley.harness.config;

import dev.parley.network.model.NetworkProfile;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about a run: the command line, a configuration file, or the defaults; null
 * where it says nothing.
 *
 * @param endpoints specifications as written; empty for all that are found
 * @param scenarios names as written; empty for the default ones
 * @param networks choices as written, as in {@code 3g@offerer}; empty for what each scenario runs
 *     over by default
 * @param duration how long calls are measured
 * @param sampleInterval how often getStats is sampled
 * @param repetitions planned repeats of each cell
 * @param retries further attempts after a failure
 * @param headed whether browser windows are shown
 * @param profiles networks of the user's own
 */
public record SettingsLayer(
    @Nullable List<String> endpoints,
    @Nullable List<String> scenarios,
    @Nullable List<String> networks,
    @Nullable Duration duration,
    @Nullable Duration sampleInterval,
    @Nullable Integer repetitions,
    @Nullable Integer retries,
    @Nullable Boolean headed,
    @Nullable List<NetworkProfile> profiles) {

  /** Says nothing at all. */
  public static final SettingsLayer NOTHING =
      new SettingsLayer(null, null, null, null, null, null, null, null, null);

  /** What holds where nobody says anything. */
  public static final Complete DEFAULTS =
      new Complete(
          List.of(),
          List.of(),
          List.of(),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          1,
          0,
          false,
          List.of());

  /** The same with nothing left open. */
  public record Complete(
      List<String> endpoints,
      List<String> scenarios,
      List<String> networks,
      Duration duration,
      Duration sampleInterval,
      int repetitions,
      int retries,
      boolean headed,
      List<NetworkProfile> profiles) {}

  /** This layer, and below it another one where this one says nothing. */
  public SettingsLayer over(SettingsLayer below) {
    return new SettingsLayer(
        endpoints == null ? below.endpoints : endpoints,
        scenarios == null ? below.scenarios : scenarios,
        networks == null ? below.networks : networks,
        duration == null ? below.duration : duration,
        sampleInterval == null ? below.sampleInterval : sampleInterval,
        repetitions == null ? below.repetitions : repetitions,
        retries == null ? below.retries : retries,
        headed == null ? below.headed : headed,
        profiles == null ? below.profiles : profiles);
  }

  /** This layer over the defaults. */
  public Complete overDefaults() {
    return new Complete(
        endpoints == null ? DEFAULTS.endpoints : endpoints,
        scenarios == null ? DEFAULTS.scenarios : scenarios,
        networks == null ? DEFAULTS.networks : networks,
        duration == null ? DEFAULTS.duration : duration,
        sampleInterval == null ? DEFAULTS.sampleInterval : sampleInterval,
        repetitions == null ? DEFAULTS.repetitions : repetitions,
        retries == null ? DEFAULTS.retries : retries,
        headed == null ? DEFAULTS.headed : headed,
        profiles == null ? DEFAULTS.profiles : profiles);
  }
}
