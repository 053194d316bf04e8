package dev.parley.harness.cli;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.check.CheckResult;
import dev.parley.network.check.CheckResult.Line;
import dev.parley.network.check.CheckResult.Way;
import dev.parley.network.model.InvalidProfileException;
import dev.parley.network.model.LinkTruth.Spread;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@Test(singleThreaded = true)
public class NetworkCommandTest {
  private static final String EMPTY = "# nothing\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private Path folder = Path.of("unset");

  @BeforeMethod
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("parley-network");
    out.getBuffer().setLength(0);
    errors.getBuffer().setLength(0);
  }

  @AfterMethod
  public void deleteFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("own.yaml"));
    Files.deleteIfExists(folder.resolve("drawn.svg"));
    Files.delete(folder);
  }

  private int run(String config, String... arguments) throws IOException {
    return run(config, Parley.commandLine(new PrintWriter(errors, true)), arguments);
  }

  private int run(String config, CommandLine line, String... arguments) throws IOException {
    Path file = Files.writeString(folder.resolve("own.yaml"), config);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(errors, true));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--config");
    all.add(file.toString());
    return line.execute(all.toArray(String[]::new));
  }

  public void listsEveryNetworkOnALine() throws IOException {
    int code = run("profiles: {office: {extends: 3g, up: {loss: 2%}}}\n", "network", "list");

    assertEquals(code, ExitCode.PASS);
    List<String> lines = out.toString().lines().toList();
    assertEquals(
        lines.get(0), "NAME               DOWN          UP            DELAY      LOSS     SOURCE");
    assertTrue(
        lines.containsAll(
            List.of(
                "ideal              unlimited     unlimited     0ms        0%       Parley",
                "4g                 100M          50M           45ms       0.2%     Loadero",
                "loss-5             unlimited     unlimited     0ms        5%       common",
                "cellular-walk      ~2.73M        ~1.53M        40ms       0%       made by Parley",
                "rfc8867-5.3        800k..2M      500k..2M      50ms       0%       RFC 8867",
                "rfc8868-dD-lL-qQ   4M            4M            D ms       L %      RFC 8868",
                "office             1.2M          1.2M          250ms      0.5%/2%  parley.yaml")),
        out.toString());
    assertEquals(lines.size(), 42);
  }

  public void listsTheGridWhereAsked() throws IOException {
    assertEquals(run(EMPTY, "network", "list", "--all"), ExitCode.PASS);

    assertTrue(
        out.toString()
            .contains(
                "rfc8868-d50-l5-q300 4M            4M            50ms       5%       RFC 8868"),
        out.toString());
  }

  public void showsEverythingOfANetwork() throws IOException {
    assertEquals(run(EMPTY, "network", "show", "rfc8867-5.3"), ExitCode.PASS);

    assertEquals(
        out.toString().replace("\r", ""),
        """
        rfc8867-5.3: congested feedback link, media both ways, 100 s (RFC 8867, section 5.3)

          capacity   2M
          delay      50ms one-way
          jitter     none
          loss       none
          duplicate  none
          reorder    none
          corrupt    none
          outage     none
          MTU        65535 bytes
          queue      300ms, drops the newest
          overhead   28 bytes a packet
          at 20s, up: capacity 1M
          at 35s, down: capacity 800k
          at 40s, up: capacity 500k
          at 60s, up: capacity 2M
          at 70s, down: capacity 2M

        Capacity over 87.5s, a column for 1.458s, to a common scale:
          down %s%s%s  800k to 2M
          up   %s%s%s%s  500k to 2M
        """
            .formatted(
                "\u2588".repeat(24),
                "\u2584".repeat(24),
                "\u2588".repeat(12),
                "\u2588".repeat(13),
                "\u2585".repeat(14),
                "\u2583".repeat(14),
                "\u2588".repeat(19)));
  }

  public void showsWhereDirectionsDiffer() throws IOException {
    String config =
        "profiles: {own: {description: ours, down: {capacity: 1M, lossPlace: after, loss: 5%},"
            + " schedule: [{event: go, up: {outage: true}, ramp: 2s},"
            + " {at: 5s, both: {delay: 9ms}}]}}\n";

    assertEquals(run(config, "network", "show", "own"), ExitCode.PASS);

    String shown = out.toString().replace("\r", "");
    assertTrue(
        shown.startsWith("own: ours\n\n  capacity   down: 1M\n             up:   unlimited\n"),
        shown);
    assertTrue(shown.contains("  loss       down: 5%, after the bottleneck\n"), shown);
    assertTrue(shown.contains("             up:   none, without a bottleneck\n"), shown);
    assertTrue(
        shown.contains("  when 'go' is said, in a straight line over 2s, up: outage\n"), shown);
    assertTrue(shown.contains("  at 5s, both: delay 9ms\n"), shown);
    assertTrue(shown.endsWith("  up   unlimited\n"), shown);
  }

  public void drawsAnSvg() throws IOException {
    Path file = folder.resolve("drawn.svg");

    assertEquals(
        run(EMPTY, "network", "show", "rfc8867-5.1", "--svg", file.toString()), ExitCode.PASS);

    String svg = Files.readString(file);
    assertTrue(svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""), svg);
    assertTrue(svg.contains(">2.5Mbit/s</text>"), svg);
    assertTrue(svg.contains("M70.0 141.8H80.0"), svg);
  }

  public void saysWhereAnSvgCannotBeWritten() throws IOException {
    String file = folder.resolve("no/such/folder.svg").toString();

    assertEquals(run(EMPTY, "network", "show", "3g", "--svg", file), ExitCode.USAGE);

    assertTrue(errors.toString().startsWith("parley: " + file + ": cannot be written"));
  }

  @DataProvider
  public Object[][] mistakes() {
    return new Object[][] {
      {new String[] {"network"}, "parley: found no subcommand, expected list, show or check"},
      {new String[] {"network", "show", "3gg"}, "parley: found network '3gg', expected one that"},
      {new String[] {"network", "check", "loss5"}, "parley: found network 'loss5', expected one"},
      {new String[] {"network", "show"}, "parley: Missing required parameter: 'NAME'"},
      {
        new String[] {"network", "check", "3g", "--duration", "6m"},
        "parley: found duration 360s, expected 1s to 300s"
      },
      {
        new String[] {"network", "check", "3g", "--duration", "long"},
        "parley: found duration 'long', expected a number with ms, s, m or h"
      },
    };
  }

  @Test(dataProvider = "mistakes")
  public void refusesInOneLine(String[] arguments, String expected) throws IOException {
    int code =
        arguments.length == 1
            ? Parley.commandLine(new PrintWriter(errors, true)).execute(arguments)
            : run(EMPTY, arguments);

    assertEquals(code, ExitCode.USAGE);
    assertTrue(errors.toString().startsWith(expected), errors.toString());
    assertEquals(errors.toString().lines().count(), 1);
  }

  private static CheckResult result(double achieved, List<String> busy) {
    Line line = new Line("delay", "ms", 40.0, 40.5, achieved, 2);
    return new CheckResult(
        "dsl",
        7,
        10,
        List.of(new Way("down", 100, 1200, List.of(line), new Spread(0.05, 0.1, 0.9, 2))),
        busy);
  }

  @DataProvider
  public Object[][] verdicts() {
    return new Object[][] {
      {result(40.6, List.of()), ExitCode.PASS, "Agreed: what came out is what"},
      {result(43, List.of()), ExitCode.PRODUCT_FAILED, "Not agreed: see the lines marked"},
      {result(40.6, List.of("late")), ExitCode.NO_VERDICT, "The machine was too busy to tell:"},
      {result(43, List.of("late")), ExitCode.NO_VERDICT, "The machine was too busy to tell:"},
    };
  }

  @Test(dataProvider = "verdicts")
  public void endsWithTheVerdict(CheckResult result, int code, String said) throws IOException {
    assertEquals(check(result, "dsl"), code);

    assertTrue(out.toString().contains(said), out.toString());
  }

  private int check(CheckResult result, String... arguments) throws IOException {
    NetworkCheckCommand command =
        new NetworkCheckCommand(
            (profile, duration, seed) -> {
              if (!profile.name().equals("dsl")) {
                throw new InvalidProfileException("found " + profile.name());
              }
              return result;
            });
    return run(EMPTY, new CommandLine(command), arguments);
  }

  public void marksTheLineThatDiffers() throws IOException {
    check(result(43, List.of()), "dsl");

    assertTrue(
        out.toString()
            .contains(
                "  delay [ms]                                 40     40.500         43          2  DIFFERS"),
        out.toString());
    assertTrue(out.toString().contains("late against its due time: median 0.050 ms, p95 0.100 ms"));
  }

  public void writesJson() throws IOException {
    check(result(43, List.of("late")), "dsl", "--json");

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertEquals(json.at("/ways/0/lines/0/achieved").asDouble(), 43.0);
    assertEquals(json.at("/busy/0").asString(), "late");
    assertEquals(json.at("/verdict").asString(), "TOO_BUSY");
  }
}
