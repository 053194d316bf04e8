package dev.parley.reports.render;

import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that begins to render a run and never comes to the end. */
final class HangingRender implements AutoCloseable {
  private final Process process;

  /** Returns once its folder is in use. */
  HangingRender(Path runDir) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HangingRender.class.getName(),
                runDir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    if (!"rendering".equals(said.readLine())) {
      close();
      throw new IOException("the rendering process ended before it began");
    }
  }

  public static void main(String[] arguments) throws IOException {
    new ReportRenderer(List.of(new Hanging())).render(Path.of(arguments[0]), ReportOptions.DEFAULT);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it, as nothing can prevent. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private record Hanging() implements ReportOutput, RunVisitor {
    @Override
    public String target() {
      return "hanging.txt";
    }

    @Override
    public RunVisitor open(Path into, Path runDir, ReportOptions options) throws IOException {
      Files.writeString(into, "begun");
      System.out.println("rendering");
      System.in.read();
      return this;
    }

    @Override
    public void start(RunStart start) {}

    @Override
    public void cell(CellView cell) {}

    @Override
    public void end(RunSummary summary) {}

    @Override
    public void close() {}
  }
}
