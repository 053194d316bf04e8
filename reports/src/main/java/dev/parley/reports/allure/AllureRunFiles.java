package dev.parley.reports.allure;

import dev.parley.reports.model.RunEvent.EndpointFound;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.RunView;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code allure-results/} that describe the run as a whole. */
final class AllureRunFiles {
  private static final JsonMapper JSON = JsonMapper.shared();

  private record Category(String name, List<String> matchedStatuses, String messageRegex) {}

  private record Executor(String name, String type, String buildName) {}

  private AllureRunFiles() {}

  static void write(Path folder, RunView run) throws IOException {
    Files.writeString(folder.resolve("categories.json"), JSON.writeValueAsString(categories()));
    Executor executor =
        new Executor("Parley " + run.start().parleyVersion(), "parley", run.start().runId());
    Files.writeString(folder.resolve("executor.json"), JSON.writeValueAsString(executor));
    Files.writeString(folder.resolve("environment.properties"), environment(run));
  }

  private static List<Category> categories() {
    return List.of(
        new Category("The product failed", List.of("failed"), "[\\s\\S]*"),
        new Category("Infrastructure", List.of("broken"), "errored[\\s\\S]*"),
        new Category("Inconclusive", List.of("broken"), "inconclusive[\\s\\S]*"),
        new Category("Unsupported", List.of("skipped"), "unsupported[\\s\\S]*"),
        new Category("Expected failure", List.of("skipped"), "failed, expected[\\s\\S]*"));
  }

  /** Without the date that {@link Properties} writes, so that rendering again changes nothing. */
  private static String environment(RunView run) throws IOException {
    RunStart start = run.start();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("parley", start.parleyVersion());
    values.put("run", start.runId());
    values.put("seed", Long.toString(start.seed()));
    values.put("os", start.host().os() + " " + start.host().osVersion());
    values.put("cpu", start.host().cpu());
    values.put("java", start.host().java());
    for (EndpointFound endpoint : run.endpoints()) {
      values.put("endpoint." + endpoint.alias(), endpoint.family() + " " + endpoint.version());
    }
    Properties properties = new Properties();
    properties.putAll(values);
    StringWriter text = new StringWriter();
    properties.store(text, null);
    return text.toString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
