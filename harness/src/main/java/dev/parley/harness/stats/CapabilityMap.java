package dev.parley.harness.stats;

import dev.parley.harness.endpoint.Family;
import dev.parley.reports.model.Reading.Absence;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which statistics members a browser reports: those seen in this call, and those on record.
 *
 * <p>One map serves one participant's browser; it learns from every sample. Not thread-safe.
 */
public final class CapabilityMap {
  private final Family family;
  private final String version;
  private final SortedSet<String> seen = new TreeSet<>();
  private final SortedSet<String> recorded;

  /**
   * A map that has seen nothing yet.
   *
   * @param family the browser's family
   * @param version its version, as it says it
   */
  public CapabilityMap(Family family, String version) {
    this.family = family;
    this.version = version;
    this.recorded = RecordedMembers.of(family, version);
  }

  /** The browser's family. */
  public Family family() {
    return family;
  }

  /** The browser's version. */
  public String version() {
    return version;
  }

  /** The members seen so far, as {@code inbound-rtp.video.framesDecoded}. */
  public SortedSet<String> seen() {
    return Collections.unmodifiableSortedSet(seen);
  }

  void learn(Report report) {
    for (Stat stat : report.all()) {
      stat.members().forEach(member -> seen.add(name(stat.type(), stat.kind(), member)));
    }
  }

  /**
   * Why a member is missing while samples still come: one on record may only not be there yet.
   *
   * <p>A member once seen is reported, so that its absence is the moment's, not the browser's.
   */
  Absence soFar(String type, String kind, String member) {
    String name = name(type, kind, member);
    return seen.contains(name) || recorded.contains(name)
        ? Absence.UNDEFINED
        : Absence.NOT_REPORTED;
  }

  /** Why a member is missing, all samples having come: one that never was is not reported. */
  Absence overall(String type, String kind, String member) {
    return seen.contains(name(type, kind, member)) ? Absence.UNDEFINED : Absence.NOT_REPORTED;
  }

  private static String name(String type, String kind, String member) {
    return type + "." + (kind.isEmpty() ? "" : kind + ".") + member;
  }

  /** Tells why a member is missing. */
  @FunctionalInterface
  interface Missing {
    Absence why(String type, String kind, String member);
  }
}
