package dev.parley.harness.matrix;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Plan.PlannedParticipant;
import java.util.List;
import org.testng.annotations.Test;

public class MatrixTest {
  private static final List<String> BROWSERS = List.of("chrome", "firefox");

  private static Matrix matrix(List<String> scenarios, List<String> endpoints, int repetitions) {
    ScenarioCatalogue catalogue = ScenarioCatalogue.of(List.of(FixtureScenarios.class));
    return new Matrix(catalogue.select(scenarios), endpoints, repetitions, NetworkAxis.byDefault());
  }

  private static List<String> ids(Plan plan) {
    return plan.cells().stream().map(cell -> cell.id().toString()).toList();
  }

  @Test
  public void spansEveryOrderedPairScenarioByScenario() {
    assertEquals(
        ids(matrix(List.of("beta[one]", "alpha"), BROWSERS, 1).plan(null)),
        List.of(
            "beta[one]/chrome~chrome",
            "beta[one]/chrome~firefox",
            "beta[one]/firefox~chrome",
            "beta[one]/firefox~firefox",
            "alpha/chrome~chrome",
            "alpha/chrome~firefox",
            "alpha/firefox~chrome",
            "alpha/firefox~firefox"));
  }

  @Test
  public void namesTheTwoOfACallByTheirRoles() {
    PlannedCell cell = matrix(List.of("alpha"), BROWSERS, 2).plan(null).cells().get(1);

    assertEquals(
        cell.participants(),
        List.of(
            new PlannedParticipant("offerer", "offerer", "chrome", "direct"),
            new PlannedParticipant("answerer", "answerer", "firefox", "direct")));
    assertEquals(cell.repetitions(), 2);
    assertEquals(cell.title(), "First");
  }

  @Test
  public void seatsThreeInTurn() {
    PlannedCell cell = matrix(List.of("mesh"), BROWSERS, 1).plan(null).cells().get(1);

    assertEquals(cell.id().toString(), "mesh/chrome~firefox~chrome");
    assertEquals(
        cell.participants(),
        List.of(
            new PlannedParticipant("p1", "member", "chrome", "direct"),
            new PlannedParticipant("p2", "member", "firefox", "direct"),
            new PlannedParticipant("p3", "member", "chrome", "direct")));
  }

  @Test
  public void plansOneCellAlone() {
    assertEquals(
        ids(matrix(List.of("all"), BROWSERS, 1).plan("beta[two]/firefox~chrome")),
        List.of("beta[two]/firefox~chrome"));
  }

  @Test
  public void refusesACellThatIsNoneOfItsOwn() {
    UsageException e =
        expectThrows(
            UsageException.class,
            () -> matrix(List.of("alpha"), BROWSERS, 1).plan("alpha/chrome~forefix"));

    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith(
                "found cell 'alpha/chrome~forefix', expected one that exists; the nearest is"
                    + " 'alpha/chrome~firefox'"),
        e.getMessage());
  }

  @Test
  public void refusesToPlanNothing() {
    assertEquals(
        expectThrows(UsageException.class, () -> matrix(List.of("alpha"), List.of(), 1).plan(null))
            .getMessage(),
        "found no cell to run, expected at least one scenario and one endpoint");
  }

  @Test
  public void itsHashStandsForCellsAndRepetitionsInOrder() {
    String hash = matrix(List.of("alpha"), BROWSERS, 1).plan(null).hash();

    assertEquals(hash, "9ef475e73acea45cb9e4dfe2f68fa3ec2109294d7b07f7f6efe4427d55bc5f2d");
    assertEquals(matrix(List.of("alpha"), BROWSERS, 1).plan(null).hash(), hash);
    assertNotEquals(matrix(List.of("alpha"), BROWSERS, 2).plan(null).hash(), hash);
    assertNotEquals(
        matrix(List.of("alpha"), List.of("firefox", "chrome"), 1).plan(null).hash(), hash);
  }
}
