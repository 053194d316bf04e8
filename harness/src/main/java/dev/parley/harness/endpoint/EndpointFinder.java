package dev.parley.harness.endpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds browsers on this machine, and the drivers that fit them; it downloads nothing. */
public final class EndpointFinder {
  private static final Duration VERSION_DEADLINE = Duration.ofSeconds(10);
  private final Machine machine;
  private final VersionProbe versions;
  private final boolean buildCheck;

  /**
   * Looks on this machine, and wants Chrome's and Edge's driver to be of the same major version.
   */
  public EndpointFinder() {
    this(Machine.current(), true);
  }

  /**
   * Looks on this machine.
   *
   * @param buildCheck whether a driver of another major version is refused
   */
  public EndpointFinder(boolean buildCheck) {
    this(Machine.current(), buildCheck);
  }

  EndpointFinder(Machine machine, boolean buildCheck) {
    this(machine, buildCheck, VERSION_DEADLINE);
  }

  EndpointFinder(Machine machine, boolean buildCheck, Duration versionDeadline) {
    this.machine = machine;
    this.buildCheck = buildCheck;
    this.versions = new VersionProbe(machine.os(), versionDeadline);
  }

  /**
   * The browser and driver for one specification.
   *
   * @throws EndpointException of kind {@code no-browser}, {@code no-driver} or {@code
   *     driver-mismatch}, with the command that mends it
   */
  public Endpoint find(EndpointSpec spec) {
    Path binary = spec.binary().map(this::given).orElseGet(() -> search(spec.family()));
    String version =
        versions
            .ofBrowser(binary)
            .orElseThrow(
                () ->
                    new EndpointException(
                        "no-browser",
                        "%s does not tell its version: is it a browser? Check `%s --version`"
                            .formatted(binary, binary)));
    return withDriver(spec, binary, version);
  }

  /** One endpoint of every family that is here with a fitting driver; may be empty. */
  public List<Endpoint> findAll() {
    return Arrays.stream(Family.values())
        .parallel()
        .flatMap(family -> optional(EndpointSpec.of(family)).stream())
        .toList();
  }

  private Optional<Endpoint> optional(EndpointSpec spec) {
    try {
      return Optional.of(find(spec));
    } catch (EndpointException e) {
      return Optional.empty();
    }
  }

  private Path given(Path binary) {
    if (!Files.isExecutable(binary) || Files.isDirectory(binary)) {
      throw new EndpointException(
          "no-browser", "%s is not an executable file: give the browser's path".formatted(binary));
    }
    refuseSnap(binary);
    return binary;
  }

  private Path search(Family family) {
    Optional<Path> snap = Optional.empty();
    for (Path place : BrowserPlaces.of(family, machine)) {
      if (Files.isExecutable(place) && !Files.isDirectory(place)) {
        if (!SnapStub.is(place)) {
          return place.toAbsolutePath();
        }
        snap = snap.or(() -> Optional.of(place));
      }
    }
    snap.ifPresent(EndpointFinder::refuseSnap);
    throw new EndpointException("no-browser", Mend.noBrowser(family));
  }

  private static void refuseSnap(Path binary) {
    if (SnapStub.is(binary)) {
      throw new EndpointException(
          "no-browser",
          "%s is a snap, whose sandbox no driver can reach into: `./parley setup` installs the"
                  .formatted(binary)
              + " vendor's package");
    }
  }

  private Endpoint withDriver(EndpointSpec spec, Path binary, String version) {
    List<String> seen = new ArrayList<>();
    for (Path place : DriverPlaces.of(spec.family(), machine)) {
      if (!Files.isExecutable(place) || Files.isDirectory(place)) {
        continue;
      }
      Optional<String> driverVersion = versions.ofTool(place);
      if (driverVersion.isPresent() && fits(spec.family(), version, driverVersion.get())) {
        return new Endpoint(
            spec.alias(),
            spec.family(),
            binary,
            version,
            place.toAbsolutePath(),
            driverVersion.get());
      }
      seen.add(place + " is " + driverVersion.orElse("of no version that it tells"));
    }
    if (seen.isEmpty()) {
      throw new EndpointException("no-driver", Mend.noDriver(spec.family(), binary, version));
    }
    throw new EndpointException(
        "driver-mismatch", Mend.mismatch(spec.family(), binary, version, seen));
  }

  private boolean fits(Family family, String browser, String driver) {
    return family == Family.FIREFOX
        || !buildCheck
        || VersionProbe.major(browser) == VersionProbe.major(driver);
  }
}
