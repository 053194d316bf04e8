package dev.parley.harness.cli;

import dev.parley.harness.endpoint.Doctor;
import dev.parley.harness.endpoint.DoctorRow;
import dev.parley.harness.endpoint.EndpointFinder;
import dev.parley.harness.endpoint.EndpointPool;
import dev.parley.harness.endpoint.EndpointSpec;
import dev.parley.harness.endpoint.Family;
import dev.parley.harness.endpoint.LaunchOptions;
import dev.parley.harness.endpoint.OwnedRun;
import dev.parley.harness.endpoint.PulseSink;
import dev.parley.harness.endpoint.Sweep;
import dev.parley.harness.matrix.UsageException;
import dev.parley.pages.PageCall;
import dev.parley.pages.PageListener;
import dev.parley.pages.PageMessage;
import dev.parley.pages.PageServer;
import dev.parley.pages.PageServerOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;

/** Examines whether this machine can run calls, and says what mends what it cannot. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Examines browsers, drivers and this machine, and says what mends what is missing.")
final class DoctorCommand implements Callable<Integer> {
  private static final String SEAT = "patient";

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Option(
      names = "--endpoints",
      split = ",",
      paramLabel = "NAME",
      description = "Only these endpoints; Chrome and Firefox by default, Edge where it is.")
  private List<String> endpoints = new ArrayList<>();

  @Override
  public Integer call() {
    List<EndpointSpec> specs = specs(new EndpointFinder());
    List<DoctorRow> rows = examine(specs);
    PrintWriter out = Commands.out(spec);
    if (json) {
      out.println(
          new ObjectMapper()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(Map.of("rows", rows)));
    } else {
      new DoctorTable(out).print(rows);
    }
    out.flush();
    boolean able = rows.stream().noneMatch(row -> row.status() == DoctorRow.Status.FAIL);
    return able ? ExitCode.PASS : ExitCode.NO_VERDICT;
  }

  private List<EndpointSpec> specs(EndpointFinder finder) {
    try {
      if (!endpoints.isEmpty()) {
        return endpoints.stream().map(EndpointSpec::parse).toList();
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    List<Family> here = finder.findAll().stream().map(endpoint -> endpoint.family()).toList();
    return Arrays.stream(Family.values())
        .filter(family -> family != Family.EDGE || here.contains(Family.EDGE))
        .map(EndpointSpec::of)
        .toList();
  }

  private static List<DoctorRow> examine(List<EndpointSpec> specs) {
    new Sweep().run();
    try (OwnedRun run = OwnedRun.begin()) {
      PulseSink.Attempt sound = PulseSink.start(run);
      try (PageServer server = PageServer.start(PageServerOptions.defaults());
          PageCall room = server.openCall("doctor", List.of(SEAT), new Deaf());
          EndpointPool pool =
              new EndpointPool(run, LaunchOptions.defaults(), sound.environment())) {
        return new Doctor(new EndpointFinder(), pool, room.pageUri(SEAT), sound).examine(specs);
      } finally {
        sound.sink().ifPresent(PulseSink::close);
      }
    }
  }

  /** The page is only a place to ask the browser from; what it reports is of no interest. */
  private static final class Deaf implements PageListener {
    @Override
    public void received(String participant, PageMessage message, long nanos) {}

    @Override
    public void closed(String participant, int code, String reason) {}

    @Override
    public void refused(String participant, String what) {}
  }
}
