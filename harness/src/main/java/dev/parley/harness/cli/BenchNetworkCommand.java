package dev.parley.harness.cli;

import dev.parley.harness.bench.NetworkBenchText;
import dev.parley.network.bench.RealTimeBench;
import dev.parley.network.bench.RealTimeBenchResult;
import dev.parley.network.bench.VirtualBench;
import dev.parley.network.bench.VirtualBenchResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;

/** Measures how accurate and how quick the network emulator is on this machine. */
@Command(
    name = "network",
    mixinStandardHelpOptions = true,
    description =
        "Measures the network emulator: exact in virtual time, how late and how quick in real time,"
            + " on loopback and for about a minute.")
final class BenchNetworkCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--seed", paramLabel = "N", description = "The seed; 1 by default.")
  private long seed = 1;

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Commands.out(spec);
    PrintWriter errors = Commands.errors(spec);
    NetworkBenchText text = new NetworkBenchText(out);
    errors.println("virtual time");
    VirtualBenchResult virtual = new VirtualBench(seed).measure();
    if (!json) {
      text.print(virtual);
    }
    RealTimeBenchResult real = new RealTimeBench(seed, errors::println).measure();
    if (json) {
      out.println(
          new ObjectMapper()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(Map.of("virtual", virtual, "real", real)));
    } else {
      text.print(real);
    }
    out.flush();
    return ExitCode.PASS;
  }
}
