package dev.parley.harness.cli;

import dev.parley.harness.config.SettingsLayer;
import dev.parley.harness.endpoint.EndpointSpec;
import dev.parley.harness.matrix.UsageException;
import dev.parley.reports.model.CellId;
import java.util.List;

/**
 * The endpoints that one cell needs: as the configuration file specifies them, else by their alias.
 *
 * @param cell the cell
 * @param file what the configuration file says
 */
record CellEndpoints(CellId cell, SettingsLayer file) {

  List<String> specifications() {
    return cell.endpoints().stream().distinct().map(this::specification).toList();
  }

  private String specification(String alias) {
    List<String> known = file.endpoints() == null ? List.of() : file.endpoints();
    return known.stream().filter(text -> aliasOf(text).equals(alias)).findFirst().orElse(alias);
  }

  private static String aliasOf(String specification) {
    try {
      return EndpointSpec.parse(specification).alias();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
