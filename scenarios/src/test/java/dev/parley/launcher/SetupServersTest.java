package dev.parley.launcher;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** What {@code ./parley setup} does about servers, on a machine that has all the rest. */
@SuppressWarnings("NullAway.Init") // TestNG sets the fields up
public final class SetupServersTest {
  private static final String OFFERED = "echo '  Candidate: 1.0'";
  private Checkout checkout;
  private ToolBox tools;
  private Path policy;

  @BeforeMethod
  void open() throws IOException {
    checkout = new Checkout("parley");
    tools = ToolBox.with("flock");
    policy = checkout.root().resolve("policy-rc.d");
    for (String browser : List.of("chromium", "chromedriver")) {
      tools.script(browser, "echo '" + browser + " 120.0'");
    }
    for (String tool : List.of("firefox-esr", "geckodriver", "pulseaudio")) {
      tools.script(tool, "echo '" + tool + " 1.0'");
    }
    tools.script("id", "echo 0");
    system("Linux", "debian");
    tools.script("apt-cache", OFFERED);
    installs("coturn", "turnserver", "janus", "janus");
  }

  @AfterMethod(alwaysRun = true)
  void close() throws IOException {
    checkout.close();
    tools.close();
  }

  private void system(String name, String id) throws IOException {
    tools.script("uname", "echo " + name);
    Files.writeString(checkout.root().resolve("os-release"), "ID=" + id + "\n");
  }

  /** Has apt-get note what it is asked for, under which policy, and put executables into place. */
  private void installs(String... packagesAndExecutables) throws IOException {
    StringBuilder body = new StringBuilder("root='" + checkout.root() + "'\n");
    body.append("case \"$*\" in *install*) ;; *) exit 0 ;; esac\n");
    body.append("echo \"$*\" >>\"$root/apt\"\n");
    body.append("cat '" + policy + "' >\"$root/policy-seen\" 2>/dev/null\n");
    for (int i = 0; i < packagesAndExecutables.length; i += 2) {
      body.append("case \"$*\" in *" + packagesAndExecutables[i] + "*) ");
      String made = tools.path() + "/" + packagesAndExecutables[i + 1];
      body.append("ln -s '" + tools.path() + "/geckodriver' '" + made + "' ;; esac\n");
    }
    tools.script("apt-get", body + "exit 0");
  }

  private int setup() throws Exception {
    Map<String, String> environment =
        Map.of(
            "PATH", tools.path(),
            "HOME", checkout.root().toString(),
            "PARLEY_SETUP_POLICY", policy.toString(),
            "PARLEY_OS_RELEASE", checkout.root().resolve("os-release").toString());
    List<String> command = List.of("/bin/sh", checkout.parley().toString(), "setup");
    return Checkout.statusOf(checkout.start(checkout.root(), environment, command));
  }

  private String noted(String file) throws IOException {
    Path path = checkout.root().resolve(file);
    return Files.exists(path) ? Files.readString(path) : "";
  }

  @Test
  public void bothAreInstalledOnceAndNotStarted() throws Exception {
    assertEquals(setup(), 0, checkout.output());
    assertTrue(checkout.output().contains("Missing here: coturn janus\n"), checkout.output());
    List<String> asked = noted("apt").lines().toList();
    assertEquals(asked.size(), 1, checkout.output());
    assertTrue(asked.get(0).endsWith("--no-install-recommends coturn janus"), asked.get(0));
    assertTrue(noted("policy-seen").contains("exit 101"), "services could have started");
    assertFalse(Files.exists(policy), "the policy stayed behind");
    assertEquals(setup(), 0, checkout.output());
    assertTrue(checkout.output().contains("Everything is there"), checkout.output());
    assertEquals(noted("apt").lines().count(), 1);
  }

  @Test
  public void aPolicyOfTheMachineStays() throws Exception {
    Files.writeString(policy, "#!/bin/sh\nexit 0\n");
    assertEquals(setup(), 0, checkout.output());
    assertEquals(noted("policy-seen"), "#!/bin/sh\nexit 0\n");
    assertEquals(Files.readString(policy), "#!/bin/sh\nexit 0\n");
  }

  @Test
  public void anInterruptionTakesThePolicyAway() throws Exception {
    tools.script(
        "apt-get",
        "case \"$*\" in *install*) ;; *) exit 0 ;; esac\n"
            + "cp '%s' '%s/policy-seen'\n".formatted(policy, checkout.root())
            + "kill -TERM \"$PPID\"; exec sleep 30");
    assertEquals(setup(), 143, checkout.output());
    assertTrue(noted("policy-seen").contains("exit 101"), checkout.output());
    assertFalse(Files.exists(policy), "the policy stayed behind");
  }

  @Test
  public void withoutThemCallsArePossible() throws Exception {
    tools.script("apt-cache", "echo '  Candidate: (none)'");
    assertEquals(setup(), 0, checkout.output());
    String said = checkout.output();
    assertTrue(said.contains("no package 'janus' in the archives"), said);
    assertTrue(said.contains("janus: sudo ./parley setup"), said);
    assertTrue(said.contains("Parley runs without coturn: tests and scenarios with"), said);
    assertEquals(noted("apt"), "");
  }

  @Test
  public void elsewhereItSaysWhatToInstall() throws Exception {
    system("Darwin", "none");
    assertEquals(setup(), 0, checkout.output());
    assertTrue(checkout.output().contains("coturn: brew install coturn"), checkout.output());
    assertTrue(checkout.output().contains("janus: build Janus"), checkout.output());
    assertEquals(noted("apt"), "");
  }
}
