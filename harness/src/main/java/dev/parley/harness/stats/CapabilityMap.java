package dev.parley.harness.stats;

import dev.parley.harness.endpoint.Family;
import dev.parley.reports.model.Reading.Absence;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which statistics members a browser reports: those seen in this call, and those on record.
 *
 * <p>One map serves one browser's participant; it learns from every sample. Not thread-safe.
 */
public final class CapabilityMap {
  private final Family family;
  private final String version;
  private final SortedSet<String> seen = new TreeSet<>();

  /**
   * A map that has seen nothing yet.
   *
   * @param family the browser's family
   * @param version its version, as it says it
   */
  public CapabilityMap(Family family, String version) {
    this.family = family;
    this.version = version;
  }

  /** The members seen so far, as {@code inbound-rtp.video.framesDecoded}. */
  public SortedSet<String> seen() {
    return new TreeSet<>(seen);
  }

  /** The browser's family. */
  public Family family() {
    return family;
  }

  /** The browser's version. */
  public String version() {
    return version;
  }

  void learn(String type, String kind, Set<String> members) {
    members.forEach(member -> seen.add(type + "." + kind + "." + member));
  }

  /** Why a member is missing now: never reported by this browser, or only not here. */
  Absence whyMissing(String type, String kind, String member) {
    return seen.contains(type + "." + kind + "." + member)
        ? Absence.UNDEFINED
        : Absence.NOT_REPORTED;
  }
}
