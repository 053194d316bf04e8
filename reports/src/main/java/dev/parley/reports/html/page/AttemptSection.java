package dev.parley.reports.html.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a cell.
 *
 * @param anchor its id on the page; also the prefix of the ids within it
 * @param name as in {@code Attempt 2}
 */
public record AttemptSection(
    String anchor,
    String name,
    Mark mark,
    String reason,
    String duration,
    List<Callout> callouts,
    List<CheckRow> checks,
    FigureTable figures,
    TimelineSection timeline,
    NetworkSection network,
    ChartSection charts,
    PropertyTable transport,
    PropertyTable participants,
    List<Negotiation> negotiations,
    List<LogRow> logs,
    List<ArtefactRow> artefacts) {

  /**
   * Something that a reader should know first.
   *
   * @param kind {@code fault} or {@code note}
   */
  public record Callout(String kind, String head, String text) {}

  /**
   * A check, what was measured and what the limit was.
   *
   * @param kind the class and icon of the verdict
   * @param measured absent where it could not be had
   */
  public record CheckRow(
      String criterion,
      String participant,
      @Nullable String measured,
      String limit,
      String unit,
      String kind,
      String verdict,
      String note) {}

  /** Figures by metric; one column for each participant. */
  public record FigureTable(List<PropertyTable.Head> heads, List<FigureGroup> groups) {}

  /** The figures of one kind of track and direction. */
  public record FigureGroup(String title, List<FigureRow> rows) {}

  /** One metric's figures, one list for each participant. */
  public record FigureRow(String metric, String better, List<List<FigureValue>> values) {}

  /**
   * A figure.
   *
   * @param label tells it from others of the same kind; empty where there is but one
   * @param absent whether the text is the reason why there is no value
   */
  public record FigureValue(String label, String text, boolean absent) {}

  /** The timeline, twice drawn and once written. */
  public record TimelineSection(String setup, String whole, List<TimelineRow> rows) {}

  /** A moment; the times are in seconds since the call's start and since the run's. */
  public record TimelineRow(
      double seconds,
      String time,
      String runTime,
      String who,
      int colour,
      String what,
      String detail) {}

  /**
   * All charts.
   *
   * @param strip the applied networks, drawn for every chart to show; empty where there are none
   * @param signs what its signs mean
   */
  public record ChartSection(String strip, List<LegendEntry> signs, List<ChartGroup> groups) {}

  /** Charts of one subject. */
  public record ChartGroup(String title, List<ChartFigure> charts) {}

  /** A chart with its legend and its data. */
  public record ChartFigure(
      String title, String unit, String svg, List<LegendEntry> legend, List<DataRow> data) {}

  /** A line's sample, its name and its range. */
  public record LegendEntry(String swatch, String name, String range) {}

  /** A sample of a chart. */
  public record DataRow(String time, String series, String value, boolean absent) {}

  /** What one participant negotiated. */
  public record Negotiation(
      String participant,
      int colour,
      List<DescriptionEntry> descriptions,
      List<CandidateRow> candidates) {}

  /** A session description in its parts. */
  public record DescriptionEntry(String kind, String side, String detail, List<SdpPart> parts) {}

  /** The session part or one media section; {@code first} is the number of its first line. */
  public record SdpPart(String title, int first, List<String> lines) {}

  /** A candidate, taken apart as far as it could be read. */
  public record CandidateRow(
      String time, String side, String type, String protocol, String address, String raw) {}

  /** A line of a log; {@code kind} is the class for its level. */
  public record LogRow(
      String time, String who, int colour, String source, String level, String kind, String text) {}

  /**
   * A file of the attempt.
   *
   * @param href absent where its path does not lead to a file inside the run's folder
   * @param image whether it is shown in place
   */
  public record ArtefactRow(
      String who, String kind, String path, @Nullable String href, boolean image) {}
}
