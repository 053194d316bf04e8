package dev.parley.harness.cli;

import dev.parley.harness.matrix.UsageException;
import dev.parley.harness.schedule.Rendering;
import dev.parley.reports.log.UnreadableLogException;
import dev.parley.reports.render.ReportRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders the reports of a run again from its log. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Renders the reports of a run again from its log; ends as the run did.")
final class ReportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The run's folder, as parley-out/latest.")
  private Path folder = Path.of("parley-out", "latest");

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(folder.resolve(ReportRenderer.LOG))) {
      throw new UsageException(
          "found no %s in %s, expected the folder of a run, as parley-out/latest"
              .formatted(ReportRenderer.LOG, folder));
    }
    try {
      return new Rendering(Commands.out(spec), Commands.errors(spec)).render(folder.toRealPath());
    } catch (UnreadableLogException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
