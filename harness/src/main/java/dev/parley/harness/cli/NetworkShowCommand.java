package dev.parley.harness.cli;

import dev.parley.harness.matrix.UsageException;
import dev.parley.network.preset.Preset;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows everything that a network does. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows everything that a network does, and its capacity over time.")
final class NetworkShowCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private NetworkOptions options = new NetworkOptions();

  @Parameters(paramLabel = "NAME", description = "The network: ./parley network list shows all.")
  private String name = "";

  @Option(names = "--svg", paramLabel = "FILE", description = "Also draw its capacity as an SVG.")
  private @Nullable Path svg;

  @Override
  public Integer call() {
    Preset preset = options.network(Path.of(""), name);
    PrintWriter out = Commands.out(spec);
    new NetworkText(out).print(preset);
    out.println();
    CapacitySketch sketch = CapacitySketch.of(preset.profile());
    out.print(sketch.text());
    if (svg != null) {
      write(svg, CapacitySvg.of(sketch));
      out.println("Drawn in " + svg);
    }
    out.flush();
    return ExitCode.PASS;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UsageException(
          "%s: cannot be written (%s), expected a file in a folder that exists"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }
}
