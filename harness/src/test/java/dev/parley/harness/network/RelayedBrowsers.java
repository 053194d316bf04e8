package dev.parley.harness.network;

import static org.testng.Assert.assertTrue;

import dev.parley.harness.endpoint.Endpoint;
import dev.parley.harness.endpoint.EndpointFinder;
import dev.parley.harness.endpoint.EndpointPool;
import dev.parley.harness.endpoint.EndpointSpec;
import dev.parley.harness.endpoint.LaunchOptions;
import dev.parley.harness.endpoint.Lease;
import dev.parley.harness.endpoint.OwnedRun;
import dev.parley.network.relay.Relay;
import dev.parley.network.relay.Relays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** Browsers that stay warm from one test to the next, and a relay for all of them. */
@SuppressWarnings("NullAway.Init") // TestNG sets the fields up
abstract class RelayedBrowsers {
  private OwnedRun run;
  private EndpointPool pool;
  private Relay relay;

  @BeforeClass(alwaysRun = true)
  void open() {
    run = OwnedRun.begin();
    pool =
        new EndpointPool(
            run,
            LaunchOptions.defaults().withTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(20)));
    relay = Relays.start();
  }

  @AfterClass(alwaysRun = true)
  void close() {
    relay.close();
    pool.close();
    run.close();
  }

  /**
   * The specification of a browser that hides addresses behind {@code .local} names, as one does
   * for a person: a script in its place takes back what our launches say.
   */
  String hiding(String family) {
    Path real = find(family).binary();
    String script =
        family.equals("firefox")
            ? """
              for a in "$@"; do
                case "$before" in -profile|--profile)
                  sed -i '/obfuscate_host_addresses/s/false/true/' "$a/user.js" ;;
                esac
                before=$a
              done
              """
            : """
              for a in "$@"; do
                shift
                case "$a" in
                  --use-fake-ui-for-media-stream|--disable-features=*) ;;
                  *) set -- "$@" "$a" ;;
                esac
              done
              """;
    try {
      Path file = run.folder().resolve("hiding-" + family);
      Files.writeString(file, "#!/bin/sh\n" + script + "exec '" + real + "' \"$@\"\n");
      assertTrue(file.toFile().setExecutable(true), file + " cannot be made executable");
      return "hiding-" + family + "=" + family + "@" + file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RelayedCall call(CallPlan plan) {
    Lease offerer = pool.lease(find(plan.offerer()));
    try {
      return new RelayedCall(List.of(offerer, pool.lease(find(plan.answerer()))), relay, plan);
    } catch (RuntimeException e) {
      offerer.close();
      throw e;
    }
  }

  private static Endpoint find(String specification) {
    return new EndpointFinder().find(EndpointSpec.parse(specification));
  }
}
