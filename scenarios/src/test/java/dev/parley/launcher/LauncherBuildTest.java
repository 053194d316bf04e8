package dev.parley.launcher;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** When {@code ./parley} builds, and how it finds itself. */
public final class LauncherBuildTest {

  @Test
  public void handsArgumentsOnAsTheyAre() throws Exception {
    try (Checkout checkout = new Checkout("parley")) {
      Process process = checkout.start("run", "--cell", "a b/c~d", "", "$HOME", "*");
      assertEquals(Checkout.statusOf(process), 0, checkout.output());
      List<String> arguments = checkout.arguments();
      int run = arguments.indexOf("run");
      assertEquals(
          arguments.subList(run, arguments.size()),
          List.of("run", "--cell", "a b/c~d", "", "$HOME", "*"));
      assertTrue(arguments.contains("-Dparley.home=" + checkout.home().toRealPath()));
    }
  }

  @Test
  public void buildsOnceUntilSourcesChange() throws Exception {
    try (Checkout checkout = new Checkout("parley")) {
      assertEquals(Checkout.statusOf(checkout.start("list")), 0, checkout.output());
      assertEquals(Checkout.statusOf(checkout.start("list")), 0, checkout.output());
      assertEquals(checkout.builds(), 1, checkout.output());
      checkout.write("harness/src/main/java/A.java", "class A { int a; }");
      assertEquals(Checkout.statusOf(checkout.start("list")), 0, checkout.output());
      assertEquals(checkout.builds(), 2, checkout.output());
      checkout.write("harness/src/main/java/A.java", "class A {}");
      assertEquals(Checkout.statusOf(checkout.start("list")), 0, checkout.output());
      assertEquals(checkout.builds(), 2, "an earlier state was built again");
    }
  }

  @Test
  public void testsAndNewTimesBuildNothing() throws Exception {
    try (Checkout checkout = new Checkout("parley")) {
      assertEquals(Checkout.statusOf(checkout.start("list")), 0, checkout.output());
      checkout.write("harness/src/test/java/ATest.java", "class ATest {}");
      Path source = checkout.home().resolve("harness/src/main/java/A.java");
      Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(3600)));
      assertEquals(Checkout.statusOf(checkout.start("list")), 0, checkout.output());
      assertEquals(checkout.builds(), 1, checkout.output());
    }
  }

  @Test
  public void keepsTwoDistributions() throws Exception {
    try (Checkout checkout = new Checkout("parley")) {
      for (int state = 0; state < 4; state++) {
        checkout.write("harness/src/main/java/A.java", "class A { int a = " + state + "; }");
        assertEquals(Checkout.statusOf(checkout.start("list")), 0, checkout.output());
      }
      try (Stream<Path> kept = Files.list(checkout.home().resolve(".parley/dist"))) {
        assertEquals(kept.count(), 2, checkout.output());
      }
    }
  }

  @DataProvider
  Object[][] locks() {
    return new Object[][] {{"flock"}, {"link"}};
  }

  @Test(dataProvider = "locks")
  public void twoStartsAtOnceBuildOnce(String lock) throws Exception {
    try (Checkout checkout = new Checkout("parley");
        ToolBox tools = ToolBox.with(lock)) {
      // The build ends when the other start waits for it, or after ten seconds.
      checkout.maven(
          "for second in 1 2 3 4 5 6 7 8 9 10; do\n"
              + "  grep -q 'waiting' \"$PARLEY_TEST_ROOT/output\" && break\n"
              + "  sleep 1\n"
              + "done\n"
              + Checkout.MAKE_DISTRIBUTION);
      List<String> command = List.of("/bin/sh", checkout.parley().toString(), "list");
      Map<String, String> environment = Map.of("PATH", tools.path());
      Process first = checkout.start(checkout.root(), environment, command);
      Process second = checkout.start(checkout.root(), environment, command);
      assertEquals(Checkout.statusOf(first), 0, checkout.output());
      assertEquals(Checkout.statusOf(second), 0, checkout.output());
      assertEquals(checkout.builds(), 1, checkout.output());
      assertTrue(checkout.output().contains("another Parley is being built"), checkout.output());
    }
  }

  @Test
  public void aDeadHoldersLinkIsTakenAway() throws Exception {
    try (Checkout checkout = new Checkout("parley");
        ToolBox tools = ToolBox.with("link")) {
      Path state = Files.createDirectories(checkout.home().resolve(".parley"));
      Files.createSymbolicLink(state.resolve("build.lock"), Path.of("999999999"));
      List<String> command = List.of("/bin/sh", checkout.parley().toString(), "list");
      Map<String, String> environment = Map.of("PATH", tools.path());
      Process process = checkout.start(checkout.root(), environment, command);
      assertEquals(Checkout.statusOf(process), 0, checkout.output());
      assertFalse(Files.isSymbolicLink(state.resolve("build.lock")), "the lock is still there");
    }
  }

  @Test
  public void aKilledBuildLocksNobodyOut() throws Exception {
    try (Checkout checkout = new Checkout("parley")) {
      checkout.maven("kill -9 \"$PPID\"; exit 1");
      checkout.start("list").waitFor();
      checkout.maven(Checkout.MAKE_DISTRIBUTION);
      assertEquals(Checkout.statusOf(checkout.start("list")), 0, checkout.output());
    }
  }

  @Test
  public void aFailedBuildSaysWhyAndIsNoVerdict() throws Exception {
    try (Checkout checkout = new Checkout("parley")) {
      checkout.maven("echo 'A.java:[1,7] this is what is wrong'; exit 1");
      assertEquals(Checkout.statusOf(checkout.start("run")), 3, checkout.output());
      assertTrue(checkout.output().contains("this is what is wrong"), checkout.output());
      assertTrue(checkout.output().contains(".parley/build.log"), checkout.output());
    }
  }

  @Test
  public void spacesLinksAndOtherFolders() throws Exception {
    try (Checkout checkout = new Checkout("my parley's home")) {
      Path links = Files.createDirectories(checkout.root().resolve("b i n"));
      Files.createSymbolicLink(links.resolve("direct"), checkout.parley());
      Files.createSymbolicLink(links.resolve("relative"), Path.of("../my parley's home/parley"));
      Files.createSymbolicLink(links.resolve("twice"), Path.of("relative"));
      for (String link : List.of("direct", "relative", "twice")) {
        Process process = checkout.start(links, Map.of(), List.of("./" + link, "list"));
        assertEquals(Checkout.statusOf(process), 0, link + ": " + checkout.output());
      }
      assertEquals(checkout.builds(), 1, checkout.output());
    }
  }
}
