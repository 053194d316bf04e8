package dev.parley.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a run left.
 *
 * @param folder the run's folder
 */
record RunResults(Path folder) {

  /** The outcome and the reason of the only cell. */
  Verdict verdict() throws IOException {
    List<JsonNode> ends = of("cell.end");
    if (ends.size() != 1) {
      throw new AssertionError("expected one outcome, found " + ends);
    }
    return new Verdict(
        ends.get(0).path("outcome").asString(), ends.get(0).path("reason").asString());
  }

  /** How the only cell came out. */
  record Verdict(String outcome, String reason) {}

  /** The checks that were made, each as "criterion: verdict". */
  List<String> checks() throws IOException {
    return of("check").stream()
        .map(check -> check.path("criterion").asString() + ": " + check.path("verdict").asString())
        .toList();
  }

  /** The exit code that the summary gives. */
  int exitCode() throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(folder.resolve("summary.json")))
        .findPath("exitCode")
        .asInt(-1);
  }

  /** Whether every report that a run gets is there. */
  boolean isReported() {
    return Stream.of(
            "summary.json", "summary.md", "junit.xml", "allure-results", "report/index.html")
        .allMatch(name -> Files.exists(folder.resolve(name)));
  }

  private List<JsonNode> of(String type) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (Stream<String> lines = Files.lines(folder.resolve("run.jsonl"))) {
      return lines
          .map(json::readTree)
          .filter(line -> line.path("type").asString("").equals(type))
          .map(line -> line.path("data"))
          .toList();
    }
  }
}
