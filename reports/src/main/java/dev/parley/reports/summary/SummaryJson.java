package dev.parley.reports.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code summary.json}: the run, each cell with its key figures and checks, the verdict. */
public final class SummaryJson implements ReportOutput {
  /** The version of the file's schema. */
  public static final int SCHEMA = 1;

  @Override
  public String target() {
    return "summary.json";
  }

  @Override
  public RunVisitor open(Path into, Path runDir, ReportOptions options) throws IOException {
    return new Writing(Files.newOutputStream(into));
  }

  private static final class Writing implements RunVisitor {
    private final OutputStream file;
    private final JsonGenerator out;
    private @Nullable RunStart run;

    Writing(OutputStream file) {
      this.file = file;
      DefaultIndenter indent = new DefaultIndenter("  ", "\n");
      ObjectWriter writer =
          JsonMapper.builder()
              .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
              .changeDefaultPropertyInclusion(
                  inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
              .build()
              .writer()
              .with(new DefaultPrettyPrinter().withObjectIndenter(indent));
      out = writer.createGenerator(file, JsonEncoding.UTF8);
    }

    @Override
    public void start(RunStart start) throws IOException {
      run = start;
      writing(
          () -> {
            out.writeStartObject();
            out.writeNumberProperty("schema", SCHEMA);
            out.writePOJOProperty("run", SummaryRun.of(start));
            out.writeName("cells");
            out.writeStartArray();
          });
    }

    @Override
    public void cell(CellView cell) throws IOException {
      RunStart begun = Objects.requireNonNull(run, "a cell came before the run's start");
      writing(() -> out.writePOJO(SummaryCell.of(cell, begun)));
    }

    @Override
    public void end(RunSummary summary) throws IOException {
      writing(
          () -> {
            out.writeEndArray();
            out.writePOJOProperty("result", SummaryResult.of(summary));
            out.writeEndObject();
            out.writeRaw('\n');
            out.flush();
          });
    }

    @Override
    public void close() throws IOException {
      file.close();
    }

    private static void writing(Runnable part) throws IOException {
      try {
        part.run();
      } catch (JacksonException e) {
        throw new IOException("cannot write summary.json: " + e.getOriginalMessage(), e);
      }
    }
  }
}
