package dev.parley.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Something that happened in a run; the log of these is the run's only truth. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface RunEvent {

  /** The version of the log's schema that this code writes. */
  int SCHEMA = 1;

  /** Something that happened to one participant of an attempt. */
  sealed interface OfParticipant extends RunEvent {
    /** The participant's name within the call. */
    String participant();
  }

  /**
   * The run begins; always the first event.
   *
   * @param schema the log's schema version
   * @param settings the run's settings as they took effect, secrets redacted
   */
  record RunStart(
      int schema,
      String runId,
      String parleyVersion,
      long seed,
      List<String> commandLine,
      HostInfo host,
      Map<String, String> settings,
      Plan plan)
      implements RunEvent {}

  /** The machine that the harness runs on. */
  record HostInfo(
      String os,
      String osVersion,
      String arch,
      String cpu,
      int cores,
      long memoryBytes,
      String java) {}

  /** An endpoint that the run uses, as it was found. */
  record EndpointFound(
      String alias,
      String family,
      String version,
      String binary,
      @Nullable String driver,
      @Nullable String driverVersion)
      implements RunEvent {}

  /** An attempt at a cell begins. */
  record AttemptStart() implements RunEvent {}

  /** A participant's page is there and has said hello. */
  record ParticipantJoined(
      String participant,
      String role,
      String endpoint,
      String browser,
      String version,
      String userAgent,
      String platform,
      boolean warm,
      String mediaSource)
      implements OfParticipant {}

  /**
   * How a page's clock maps to the run's: {@code runMs = offsetMs + pageMs * (1 + driftPpm / 1e6)}.
   *
   * @param errorMs the bound of the offset's error, half the best round trip
   */
  record ClockMapped(
      String participant, double offsetMs, double driftPpm, double errorMs, int exchanges)
      implements OfParticipant {}

  /**
   * A point of a participant's timeline, as {@code ice-gathering}, {@code connected} or {@code
   * first-frame}.
   */
  record Mark(String participant, String name, PageTime time, @Nullable String detail)
      implements OfParticipant {}

  /** A moment of the harness's own, as {@code call-start} or {@code window-start}. */
  record Step(String name, @Nullable String detail) implements RunEvent {}

  /** A session description as it was set. */
  record Description(
      String participant, String pc, String side, String kind, String sdp, PageTime time)
      implements OfParticipant {}

  /** An ICE candidate; {@code side} is {@code local} or {@code remote}. */
  record Candidate(String participant, String pc, String side, String candidate, PageTime time)
      implements OfParticipant {}

  /** The selected candidate pair and the transport's security, as last seen. */
  record Transport(
      String participant,
      String pc,
      @Nullable String localCandidateType,
      @Nullable String remoteCandidateType,
      @Nullable String localAddress,
      @Nullable String remoteAddress,
      @Nullable String protocol,
      @Nullable String relayProtocol,
      @Nullable String iceRole,
      @Nullable String dtlsRole,
      @Nullable String dtlsState,
      @Nullable String tlsVersion,
      @Nullable String srtpCipher)
      implements OfParticipant {}

  /** One sample of a participant's statistics, normalised. */
  record Sample(String participant, String pc, long number, PageTime time, List<Reading> readings)
      implements OfParticipant {}

  /** Samples that were taken, or due, and did not arrive. */
  record SamplesLost(String participant, long count, String why) implements OfParticipant {}

  /** The measured window, in milliseconds since the run's start. */
  record Window(double fromMs, double toMs) implements RunEvent {}

  /** A figure over the whole window, or a single one such as a time to connect. */
  record Figure(String participant, Reading reading) implements OfParticipant {}

  /**
   * What the machine had to spare, once a second; a member is absent where the system does not
   * tell.
   *
   * @param cpu share of all cores in use, 0..1
   * @param load the one-minute load average
   * @param pressure share of time in which some task waited for a CPU (Linux PSI), 0..1
   * @param jvmLateMs how late a timer of the JVM fired
   */
  record HostHealth(
      @Nullable Double cpu, @Nullable Double load, @Nullable Double pressure, double jvmLateMs)
      implements RunEvent {}

  /** How late the timers in a page fired since the last report. */
  record PageHealth(String participant, PageTime time, double timerLateMs, double sampleCostMs)
      implements OfParticipant {}

  /**
   * The emulated access link of a participant, as it was asked for.
   *
   * @param network the network's name, as in {@code loss-5}
   * @param backend what emulates it, as in {@code relay}
   * @param seed of the call, from which every impairment of every participant has its own stream
   * @param sharedWith others who share the same link; empty where nobody does
   */
  record Network(
      String participant,
      String network,
      String description,
      String backend,
      long seed,
      List<String> sharedWith)
      implements OfParticipant {}

  /**
   * What holds for a direction of a link from a moment on; the first is its state at the start.
   *
   * @param direction {@code up} (from the participant) or {@code down}
   * @param atMs milliseconds since the run's start
   * @param bitsPerSecond the capacity; absent where it is unlimited
   * @param delayMs one-way propagation delay
   * @param jitter in words, as in {@code normal 5 ms}; absent without
   * @param loss the mean share that is lost on purpose, 0..1
   * @param lossModel in words, as in {@code independent}; absent without
   * @param queue in words, as in {@code drop-tail 300 ms}
   * @param outage whether nothing passes
   * @param why as in {@code start}, {@code schedule}, {@code scenario} or an event's word
   */
  record NetworkState(
      String participant,
      String direction,
      double atMs,
      @Nullable Double bitsPerSecond,
      double delayMs,
      @Nullable String jitter,
      double loss,
      @Nullable String lossModel,
      String queue,
      boolean outage,
      String why)
      implements OfParticipant {}

  /**
   * What a direction of a link did in an interval.
   *
   * @param fromMs milliseconds since the run's start
   * @param toMs milliseconds since the run's start
   * @param bitsPerSecond the mean capacity; absent where it was unlimited
   * @param offered packets that came to it
   * @param delivered packets that left it
   * @param dropped packets by cause, as in {@code loss} or {@code queue}; without zeros
   * @param queueMs the mean time that packets waited at the bottleneck; absent without packets
   * @param latenessMs the 95 % quantile of how late packets left; absent without packets
   */
  record NetworkSample(
      String participant,
      String direction,
      double fromMs,
      double toMs,
      @Nullable Double bitsPerSecond,
      long offered,
      long offeredBytes,
      long delivered,
      long deliveredBytes,
      Map<String, Long> dropped,
      @Nullable Double queueMs,
      @Nullable Double latenessMs)
      implements OfParticipant {}

  /**
   * What a direction of a link did over the whole attempt, asked against achieved.
   *
   * @param askedLoss the mean share that was to be lost; absent where it changed
   * @param achievedLoss the share that was dropped on purpose; absent without packets
   * @param askedDelayMs propagation delay; absent where it changed
   * @param delay how long packets took on the link
   * @param lateness how late packets left against their due time
   * @param lateShare the share that left more than 10 ms late, 0..1
   * @param kernelDrops packets that the kernel dropped for want of room; absent where unknown
   */
  record NetworkSummary(
      String participant,
      String direction,
      long offered,
      long offeredBytes,
      long delivered,
      long deliveredBytes,
      Map<String, Long> dropped,
      long duplicated,
      long corrupted,
      @Nullable Double askedLoss,
      @Nullable Double achievedLoss,
      @Nullable Double askedDelayMs,
      @Nullable Spread delay,
      @Nullable Spread queueDelay,
      @Nullable Spread lateness,
      double lateShare,
      @Nullable Long kernelDrops)
      implements OfParticipant {}

  /** Quantiles of a time in milliseconds. */
  record Spread(double p50, double p95, double p99, double max) {}

  /**
   * Loss as the receiver counted it against loss as it was applied, over the measured window.
   *
   * @param participant the receiver
   * @param seenLost packets that its browser counts as lost; absent where it does not report them
   * @param seenExpected packets that it expected, lost ones included
   * @param appliedLost packets dropped on the way, as far as the receiver can know
   * @param appliedExpected packets delivered or lost
   * @param agrees within 3 packets or 0.5 points; absent where the browser does not report
   */
  record LossCompared(
      String participant,
      Track track,
      @Nullable Long seenLost,
      @Nullable Long seenExpected,
      long appliedLost,
      long appliedExpected,
      @Nullable Boolean agrees)
      implements OfParticipant {}

  /**
   * How the emulator itself fared.
   *
   * @param selfTest {@code passed}, {@code failed} with the reason, or {@code not run}
   * @param refused packets that were not forwarded, by reason, as in {@code no-integrity}
   * @param bypass what a transport received past the emulator, in words; absent where nothing did
   */
  record NetworkProof(String selfTest, Map<String, Long> refused, @Nullable String bypass)
      implements RunEvent {}

  /**
   * A criterion, what was measured and what the limit was.
   *
   * @param criterion what is judged, as in {@code frames decoded by answerer}
   * @param measured the measured value; absent where it could not be had
   * @param relation one of {@code >=}, {@code <=}, {@code >}, {@code <}, {@code ==}
   * @param limit what it was held against
   * @param unit the unit of both; empty for words
   * @param verdict whether it held; an absent measurement is inconclusive
   */
  record Check(
      String criterion,
      @Nullable String participant,
      @Nullable String measured,
      String relation,
      String limit,
      String unit,
      Verdict verdict,
      @Nullable String note)
      implements RunEvent {}

  /** How a check came out. */
  enum Verdict {
    @JsonProperty("held")
    HELD,
    @JsonProperty("broken")
    BROKEN,
    @JsonProperty("inconclusive")
    INCONCLUSIVE
  }

  /** The infrastructure failed, with the cause. */
  record Fault(String kind, @Nullable String participant, String message) implements RunEvent {}

  /** Something that a reader of the result should know. */
  record Note(@Nullable String participant, String message) implements RunEvent {}

  /** A line of a browser's console, of a driver, or of the harness. */
  record LogLine(
      @Nullable String participant,
      String source,
      String level,
      String text,
      @Nullable PageTime time)
      implements RunEvent {}

  /** A file that belongs to the attempt; its path is relative to the run's folder. */
  record Artefact(@Nullable String participant, String kind, String path, String mediaType)
      implements RunEvent {}

  /** An attempt ends. */
  record AttemptEnd(Outcome outcome, String reason, double seconds, @Nullable Expected expected)
      implements RunEvent {}

  /** A cell has its outcome, over all its attempts of one repetition. */
  record CellEnd(Outcome outcome, String reason, int attempts, @Nullable Expected expected)
      implements RunEvent {}

  /** A mark on an outcome: it was expected, for this reason. It never rewrites the outcome. */
  record Expected(String reason, @Nullable String link) {}

  /** The run was interrupted from outside. */
  record Interrupted(String by) implements RunEvent {}

  /** The run ends; always the last event of a run that came to its end. */
  record RunEnd(int exitCode, Map<Outcome, Integer> outcomes, double seconds) implements RunEvent {}

  /** An event of a type that this version does not know, kept as it was read. */
  record Unknown(String type, JsonNode data) implements RunEvent {}
}
