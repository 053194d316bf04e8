package dev.parley.harness.matrix;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.network.preset.NetworkCatalogue;
import dev.parley.network.preset.NetworkChoice;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Plan.PlannedParticipant;
import java.util.Arrays;
import java.util.List;
import org.testng.annotations.Test;

public class MatrixTest {
  private static final List<String> BROWSERS = List.of("chrome", "firefox");

  private static Matrix matrix(List<String> scenarios, List<String> endpoints, int repetitions) {
    ScenarioCatalogue catalogue = ScenarioCatalogue.of(List.of(FixtureScenarios.class));
    return new Matrix(catalogue.select(scenarios), endpoints, repetitions, NetworkAxis.byDefault());
  }

  private static Matrix over(List<String> scenarios, String... networks) {
    NetworkCatalogue catalogue = NetworkCatalogue.presets();
    List<NetworkChoice> asked =
        Arrays.stream(networks).map(text -> NetworkChoice.parse(text, catalogue)).toList();
    return new Matrix(
        ScenarioCatalogue.of(List.of(NetworkScenarios.class)).select(scenarios),
        List.of("chrome"),
        1,
        new NetworkAxis(asked, catalogue));
  }

  private static List<String> links(PlannedCell cell) {
    return cell.participants().stream().map(PlannedParticipant::network).toList();
  }

  @Test
  public void spansNetworksAndLeavesTheDefaultOut() {
    Plan plan = over(List.of("plain"), "direct", "ideal", "loss-5", "3g@offerer").plan(null);

    assertEquals(
        ids(plan),
        List.of(
            "plain/chrome~chrome",
            "plain/chrome~chrome/network=ideal",
            "plain/chrome~chrome/network=loss-5",
            "plain/chrome~chrome/network=3g@offerer"));
    assertEquals(
        plan.cells().stream().map(MatrixTest::links).toList(),
        List.of(
            List.of("direct", "direct"),
            List.of("ideal", "ideal"),
            List.of("ideal", "loss-5"),
            List.of("3g", "ideal")));
  }

  @Test
  public void aScenarioRunsOverItsOwnDefaultWhereNobodySaysAnythingElse() {
    assertEquals(
        ids(over(List.of("lossy")).plan(null)),
        List.of("lossy/chrome~chrome/network=ideal", "lossy/chrome~chrome/network=loss-5"));
    assertEquals(ids(over(List.of("lossy"), "direct").plan(null)), List.of("lossy/chrome~chrome"));
  }

  @Test
  public void aNetworkOfAScenariosOwnIsUsedWhateverIsAskedFor() {
    PlannedCell one = over(List.of("case"), "direct", "loss-5").plan(null).cells().get(0);

    assertEquals(
        ids(over(List.of("case"), "direct", "loss-5").plan(null)), List.of("case/chrome~chrome"));
    assertEquals(links(one), List.of("3g", "ideal"));
    assertEquals(
        ids(over(List.of("cases"), "direct").plan(null)),
        List.of("cases/chrome~chrome/network=3g", "cases/chrome~chrome/network=4g"));
  }

  @Test
  public void oneCellIsPlannedByItsNetwork() {
    String id = "plain/chrome~chrome/network=3g@offerer+loss-5@answerer";

    assertEquals(ids(over(List.of("plain"), "3g@offerer+loss-5@answerer").plan(id)), List.of(id));
    assertEquals(
        ids(over(List.of("case"), "direct").plan("case/chrome~chrome")),
        List.of("case/chrome~chrome"));
  }

  @Test
  public void aNetworkForSomebodyWhoIsNotThereSpansNoCell() {
    assertEquals(
        ids(over(List.of("plain"), "ideal", "loss-5@p3").plan(null)),
        List.of("plain/chrome~chrome/network=ideal"));
  }

  @Test
  public void aScenarioThatNamesAnUnknownNetworkIsRefused() {
    String said =
        String.valueOf(
            expectThrows(UsageException.class, () -> over(List.of("astray")).plan(null))
                .getMessage());

    assertTrue(said.startsWith("scenario astray: found network 'loss-6'"), said);
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
        "found no cell to run, expected at least one scenario, one endpoint and a network that fits");
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
