package dev.parley.harness.network;

import dev.parley.harness.endpoint.EndpointPool;
import dev.parley.harness.endpoint.LaunchOptions;
import dev.parley.harness.endpoint.OwnedRun;
import dev.parley.network.relay.Relay;
import dev.parley.network.relay.Relays;
import java.time.Duration;
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

  RelayedCall call(CallPlan plan) {
    return new RelayedCall(pool, relay, plan);
  }
}
