package dev.parley.launcher;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What {@code ./parley} makes of exit statuses, signals and wrong usage. */
public final class LauncherStatusTest {

  @DataProvider
  Object[][] statuses() {
    return new Object[][] {
      {"exit 0", 0},
      {"exit 41", 1},
      {"exit 1", 3},
      {"exit 2", 2},
      {"exit 3", 3},
      {"exit 77", 3},
      {"exit 130", 130},
      {"exit 143", 143},
      {"kill -9 $$", 3},
      {"kill -6 $$", 3},
    };
  }

  @Test(dataProvider = "statuses")
  public void mapsWhatJavaEndsWith(String java, int expected) throws Exception {
    for (String shell : List.of("sh", "bash")) {
      try (Checkout checkout = new Checkout("parley")) {
        checkout.java(java);
        List<String> command = List.of(shell, checkout.parley().toString(), "list");
        Process process = checkout.start(checkout.root(), Map.of(), command);
        assertEquals(Checkout.statusOf(process), expected, shell + ": " + checkout.output());
      }
    }
  }

  @Test
  public void anUnknownFlagOfTheJvmIsNoVerdict() throws Exception {
    try (Checkout checkout = new Checkout("parley")) {
      Map<String, String> environment =
          Map.of(
              "PARLEY_JAVA_OPTS", "-XX:+NoSuchFlag", "JAVA_HOME", System.getProperty("java.home"));
      List<String> command = List.of(checkout.parley().toString(), "list");
      Process process = checkout.start(checkout.root(), environment, command);
      assertEquals(Checkout.statusOf(process), 3, checkout.output());
      assertTrue(checkout.output().contains("NoSuchFlag"), checkout.output());
    }
  }

  @Test
  public void withoutJavaItNamesTheMend() throws Exception {
    try (Checkout checkout = new Checkout("parley");
        ToolBox tools = ToolBox.with("flock")) {
      checkout.removeJava();
      List<String> command = List.of("/bin/sh", checkout.parley().toString(), "run");
      Map<String, String> environment =
          Map.of("PATH", tools.path(), "PARLEY_KNOWN_JAVA", checkout.root().toString());
      Process process = checkout.start(checkout.root(), environment, command);
      assertEquals(Checkout.statusOf(process), 3, checkout.output());
      assertTrue(checkout.output().contains("Found no Java of 17 or later."), checkout.output());
      assertEquals(checkout.builds(), 0);
    }
  }

  @DataProvider
  Object[][] signals() {
    return new Object[][] {{"INT", 130}, {"TERM", 143}, {"HUP", 129}};
  }

  @Test(dataProvider = "signals")
  public void aSignalIsHandedOnAndItsCleanEndAwaited(String signal, int expected) throws Exception {
    for (String shell : List.of("sh", "bash")) {
      try (Checkout checkout = new Checkout("parley")) {
        checkout.java(
            "trap 'kill $!; echo ended cleanly; exit 143' TERM\n"
                + "sleep 60 & kill -"
                + signal
                + " \"$PPID\"\n"
                + "wait $!; wait $!; exit 5");
        List<String> command = List.of(shell, checkout.parley().toString(), "run");
        Process process = checkout.start(checkout.root(), Map.of(), command);
        assertEquals(Checkout.statusOf(process), expected, shell + ": " + checkout.output());
        assertTrue(checkout.output().contains("ended cleanly"), shell + ": " + checkout.output());
      }
    }
  }

  @Test
  public void aVerdictReachedDespiteASignalStands() throws Exception {
    try (Checkout checkout = new Checkout("parley")) {
      checkout.java(
          """
          trap 'kill $!; exit 41' TERM
          sleep 60 & kill -INT "$PPID"
          wait $!; wait $!; exit 5""");
      assertEquals(Checkout.statusOf(checkout.start("run")), 1, checkout.output());
    }
  }

  @Test
  public void anInterruptedBuildEndsMaven() throws Exception {
    try (Checkout checkout = new Checkout("parley")) {
      checkout.maven("kill -TERM \"$PPID\"; exec sleep 60");
      assertEquals(Checkout.statusOf(checkout.start("list")), 143, checkout.output());
      assertFalse(checkout.output().contains("Building Parley failed"), checkout.output());
    }
  }

  @Test
  public void setupAndVerifyTakeNoArguments() throws Exception {
    try (Checkout checkout = new Checkout("parley")) {
      assertEquals(Checkout.statusOf(checkout.start("verify", "--fast")), 2, checkout.output());
      assertEquals(Checkout.statusOf(checkout.start("setup", "all")), 2, checkout.output());
      assertEquals(Checkout.statusOf(checkout.start("setup", "--help")), 0, checkout.output());
      assertTrue(checkout.arguments().contains("--help"));
    }
  }
}
