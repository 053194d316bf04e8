package dev.parley.reports.allure;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that are the same whenever the same run is rendered. */
final class AllureIds {
  private AllureIds() {}

  static String of(String runId, String name, int number) {
    String text = runId + "\n" + name + "\n" + number;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
