package dev.parley.harness.matrix;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.Call;
import dev.parley.harness.Scenario;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ScenarioCatalogueTest {
  private final ScenarioCatalogue catalogue = ScenarioCatalogue.of(List.of(FixtureScenarios.class));

  private static List<String> keys(List<ScenarioMethod> scenarios) {
    return scenarios.stream().map(ScenarioMethod::key).toList();
  }

  @Test
  public void findsEveryMarkAndNothingElse() {
    assertEquals(keys(catalogue.all()), List.of("alpha", "beta[one]", "beta[two]", "mesh"));
  }

  @Test
  public void findsSourcesAsAService() {
    ScenarioCatalogue loaded = ScenarioCatalogue.load(getClass().getClassLoader());

    assertEquals(keys(loaded.all()), keys(catalogue.all()));
  }

  @DataProvider
  public Object[][] selections() {
    return new Object[][] {
      {List.of(), List.of("alpha", "beta[one]")},
      {List.of("beta"), List.of("beta[one]", "beta[two]")},
      {List.of("beta[two]"), List.of("beta[two]")},
      {List.of("mesh", "alpha"), List.of("mesh", "alpha")},
      {List.of("alpha", "alpha"), List.of("alpha")},
      {List.of("mesh", "all"), List.of("mesh", "alpha", "beta[one]", "beta[two]")},
    };
  }

  @Test(dataProvider = "selections")
  public void selects(List<String> names, List<String> expected) {
    assertEquals(keys(catalogue.select(names)), expected);
  }

  @DataProvider
  public Object[][] unknownNames() {
    return new Object[][] {
      {"alhpa", "alpha"}, {"beta[tow]", "beta[two]"}, {"Mesh", "mesh"}, {"beta[]", "beta"},
    };
  }

  @Test(dataProvider = "unknownNames")
  public void refusesAnUnknownNameWithTheNearest(String name, String nearest) {
    String said = refusal(() -> catalogue.select(List.of("alpha", name)));

    assertEquals(
        said,
        "found scenario '%s', expected one that exists; the nearest is '%s' (./parley list shows"
                .formatted(name, nearest)
            + " them all)");
  }

  public static class SameAgain {
    @Scenario(id = "alpha", title = "Another first")
    public void another(Call call) {}
  }

  @Test
  public void refusesTwoOfOneName() {
    String said =
        refusal(() -> ScenarioCatalogue.of(List.of(FixtureScenarios.class, SameAgain.class)));

    assertTrue(
        said.startsWith(
            "found scenario 'alpha' twice: in dev.parley.harness.matrix.FixtureScenarios.alpha and"
                + " in "),
        said);
  }

  @Test
  public void takesAClassThatIsNamedTwice() {
    assertEquals(
        ScenarioCatalogue.of(List.of(FixtureScenarios.class, FixtureScenarios.class)).all().size(),
        4);
  }

  public static class WithoutCall {
    @Scenario(id = "none", title = "Takes nothing")
    public void none() {}
  }

  public static class WithMore {
    @Scenario(id = "more", title = "Takes more")
    public void more(Call call, String more) {}
  }

  public static class BadName {
    @Scenario(id = "bad name", title = "A space in its id")
    public void bad(Call call) {}
  }

  public static class Alone {
    @Scenario(id = "alone", title = "Nobody to call", participants = 1)
    public void alone(Call call) {}
  }

  @DataProvider
  public Object[][] badClasses() {
    return new Object[][] {
      {WithoutCall.class, "WithoutCall.none with other parameters, expected exactly one of type"},
      {WithMore.class, "WithMore.more with other parameters, expected exactly one of type Call"},
      {BadName.class, "BadName.bad: found scenario 'bad name' in a cell id, expected letters"},
      {Alone.class, "Alone.alone: found 1 participants of scenario alone, expected at least 2"},
    };
  }

  @Test(dataProvider = "badClasses")
  public void refusesWhatCannotRun(Class<?> type, String expected) {
    String said = refusal(() -> ScenarioCatalogue.of(List.of(type)));

    assertTrue(said.contains(expected), said);
  }

  private static String refusal(org.testng.Assert.ThrowingRunnable action) {
    return String.valueOf(expectThrows(UsageException.class, action).getMessage());
  }
}
