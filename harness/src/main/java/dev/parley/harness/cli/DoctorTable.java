package dev.parley.harness.cli;

import dev.parley.harness.endpoint.DoctorRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Prints what the doctor found for people.
 *
 * @param out where to
 */
record DoctorTable(PrintWriter out) {

  void print(List<DoctorRow> rows) {
    String subject = "";
    for (DoctorRow row : rows) {
      if (!row.subject().equals(subject)) {
        subject = row.subject();
        out.println(subject);
      }
      out.printf(
          Locale.ROOT,
          "  %-4s %-18s %s%n",
          row.status().name().toLowerCase(Locale.ROOT),
          row.name(),
          row.detail());
      if (!row.mend().isEmpty()) {
        out.printf("       %-18s mend: %s%n", "", row.mend());
      }
    }
  }
}
