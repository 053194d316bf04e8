package dev.parley.harness.cli;

import dev.parley.harness.config.Durations;
import dev.parley.harness.matrix.UsageException;
import dev.parley.network.check.CheckResult;
import dev.parley.network.check.NetworkCheck;
import dev.parley.network.model.InvalidProfileException;
import dev.parley.network.model.NetworkProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a network does in real time what the engine predicts. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Sends probes through a network on loopback, and compares what comes out with what was asked"
          + " and what the engine predicts for the very same arrivals.",
      "Exits with 0 where they agree, 1 where not, 3 where the machine was too busy to tell."
    })
final class NetworkCheckCommand implements Callable<Integer> {
  private final Checker checker;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private NetworkOptions options = new NetworkOptions();

  @Parameters(paramLabel = "NAME", description = "The network: ./parley network list shows all.")
  private String name = "";

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "How long probes are sent, 1s to 5m; 10s by default.",
      converter = RunOptions.DurationConverter.class)
  private Duration duration = Durations.parse("10s");

  @Option(names = "--seed", paramLabel = "N", description = "The seed; random by default.")
  private @Nullable Long seed;

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  NetworkCheckCommand() {
    this((profile, duration, seed) -> new NetworkCheck(profile, duration, seed).run());
  }

  NetworkCheckCommand(Checker checker) {
    this.checker = checker;
  }

  /** Carries out a check. */
  interface Checker {
    CheckResult check(NetworkProfile profile, Duration duration, long seed) throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    NetworkProfile profile = options.network(Path.of(""), name).profile();
    PrintWriter out = Commands.out(spec);
    CheckResult result = check(profile);
    if (json) {
      out.println(json(result));
    } else {
      new CheckText(out).print(result);
    }
    out.flush();
    return switch (result.verdict()) {
      case AGREED -> ExitCode.PASS;
      case DIFFERS -> ExitCode.PRODUCT_FAILED;
      case TOO_BUSY -> ExitCode.NO_VERDICT;
    };
  }

  private static String json(CheckResult result) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode tree = mapper.valueToTree(result);
    tree.put("verdict", result.verdict().name());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
  }

  private CheckResult check(NetworkProfile profile) throws IOException {
    long used = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
    try {
      return checker.check(profile, duration, used);
    } catch (InvalidProfileException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
