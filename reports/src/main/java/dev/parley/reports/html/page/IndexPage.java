package dev.parley.reports.html.page;

import java.util.List;

/**
 * The report's first page.
 *
 * @param bar the outcomes' shares, as SVG
 * @param attention the cells that are not green
 * @param attentionLeftOut how many more there are than stand in the list
 */
public record IndexPage(
    Head head,
    List<Count> counts,
    String bar,
    List<String> problems,
    List<Attention> attention,
    int attentionLeftOut,
    List<Matrix> matrices) {

  /** What the run was and how it ended. */
  public record Head(
      String runId,
      Banner banner,
      List<Fact> byline,
      List<Fact> facts,
      List<EndpointRow> endpoints,
      List<Fact> settings,
      String commandLine) {}

  /**
   * The verdict, large.
   *
   * @param kind the class and the icon's name
   */
  public record Banner(String kind, String word, String sentence) {}

  /** An endpoint as it was found; the driver is empty where there is none. */
  public record EndpointRow(
      String alias, String browser, String version, String binary, String driver) {}

  /** How many cells came out so. */
  public record Count(Mark mark, int cells) {}

  /** A cell that wants a look, with the reason. */
  public record Attention(Mark mark, String cell, String href, String reason) {}

  /**
   * The cells of one scenario and variant by offerer and answerer, or by both and the network.
   *
   * @param anchor its id on the page
   * @param variant the axes that are not at their default; empty where all are
   * @param side what the rows' heads are
   * @param top what the columns' heads are
   * @param others cells that are no pair
   */
  public record Matrix(
      String anchor,
      String title,
      String scenario,
      String variant,
      String side,
      String top,
      List<String> columns,
      List<MatrixRow> rows,
      List<MatrixCell> others) {}

  /** One row's cells: for each column its repetitions, none where none was planned. */
  public record MatrixRow(String head, List<List<MatrixCell>> cells) {}

  /**
   * A cell in the matrix, with its few key figures.
   *
   * @param name the endpoints, or which repetition it is; empty where there is but one
   * @param reason why it came out so, cut short; empty where there are figures
   */
  public record MatrixCell(
      Mark mark, String name, String href, List<Fact> figures, String reason) {}
}
