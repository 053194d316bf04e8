package dev.parley.harness.endpoint;

import java.nio.file.Path;

/**
 * A browser that was found on this machine, with the driver that fits it.
 *
 * @param alias the name it has in cell ids, as in {@code chrome} or {@code chrome-beta}
 * @param version the browser's full version, as in {@code 156.0.8078.73}
 * @param driverVersion the driver's full version
 */
public record Endpoint(
    String alias, Family family, Path binary, String version, Path driver, String driverVersion) {}
