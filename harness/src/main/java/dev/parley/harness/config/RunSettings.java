package dev.parley.harness.config;

import static java.util.stream.Collectors.joining;

import dev.parley.harness.matrix.UsageException;
import dev.parley.network.preset.NetworkCatalogue;
import dev.parley.network.preset.NetworkChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do, with nothing left open.
 *
 * @param endpoints specifications as written; empty for all that are found
 * @param scenarios names as written; empty for the default ones
 * @param networks what to run each cell over; empty for what each scenario runs over by default
 * @param profiles every network that can be asked for, the user's own among them
 * @param duration how long calls are measured, 1 s to 24 h
 * @param sampleInterval how often getStats is sampled, 100 ms to 60 s
 * @param repetitions planned repeats of each cell, 1 to 10000
 * @param retries further attempts after a failure, 0 to 100
 * @param cell the one cell to run; null for all
 * @param seed the run's seed
 * @param headed whether browser windows are shown
 * @param out the folder for results; null for the default
 * @param scenarioPath jars with scenarios of the user's own
 * @param keepSecrets whether passwords and tokens are left in the results
 * @param pcap whether packets are captured on emulated links
 * @param sabotage faults put into every call on purpose
 */
public record RunSettings(
    List<String> endpoints,
    List<String> scenarios,
    List<NetworkChoice> networks,
    NetworkCatalogue profiles,
    Duration duration,
    Duration sampleInterval,
    int repetitions,
    int retries,
    @Nullable String cell,
    long seed,
    boolean headed,
    @Nullable Path out,
    List<Path> scenarioPath,
    boolean keepSecrets,
    boolean pcap,
    List<Sabotage> sabotage) {

  public RunSettings {
    endpoints = List.copyOf(endpoints);
    scenarios = List.copyOf(scenarios);
    networks = List.copyOf(networks);
    scenarioPath = List.copyOf(scenarioPath);
    sabotage = List.copyOf(sabotage);
    requireDuration(duration);
    requireSampleInterval(sampleInterval);
    requireSamples(sampleInterval, duration);
    within("repetitions", repetitions, 1, 10_000);
    within("retries", retries, 0, 100);
  }

  static void requireDuration(Duration duration) {
    within("duration", duration, Duration.ofSeconds(1), Duration.ofHours(24));
  }

  static void requireSampleInterval(Duration interval) {
    within("sample interval", interval, Duration.ofMillis(100), Duration.ofSeconds(60));
  }

  static void requireSamples(Duration interval, Duration duration) {
    if (interval.multipliedBy(2).compareTo(duration) > 0) {
      throw new UsageException(
          "found sample interval %s for a duration of %s, expected at least two samples"
              .formatted(Durations.format(interval), Durations.format(duration)));
    }
  }

  /** The settings as words, for the log's first event. */
  public Map<String, String> asWords() {
    Map<String, String> words = new TreeMap<>();
    words.put("endpoints", String.join(",", endpoints));
    words.put("scenarios", String.join(",", scenarios));
    words.put("networks", networks.stream().map(NetworkChoice::text).collect(joining(",")));
    words.put("duration", Durations.format(duration));
    words.put("sampleInterval", Durations.format(sampleInterval));
    words.put("repetitions", Integer.toString(repetitions));
    words.put("retries", Integer.toString(retries));
    words.put("headed", Boolean.toString(headed));
    words.put("sabotage", sabotage.stream().map(Sabotage::toString).collect(joining(",")));
    words.put("pcap", Boolean.toString(pcap));
    words.put("keepSecrets", Boolean.toString(keepSecrets));
    return words;
  }

  private static void within(String what, Duration found, Duration least, Duration most) {
    if (found.compareTo(least) < 0 || found.compareTo(most) > 0) {
      throw new UsageException(
          "found %s %s, expected %s to %s"
              .formatted(
                  what, Durations.format(found), Durations.format(least), Durations.format(most)));
    }
  }

  private static void within(String what, int found, int least, int most) {
    if (found < least || found > most) {
      throw new UsageException(
          "found %d %s, expected %d to %d".formatted(found, what, least, most));
    }
  }
}
