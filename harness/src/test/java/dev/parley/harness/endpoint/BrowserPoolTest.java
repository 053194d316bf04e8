package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertNotEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.testng.annotations.Test;

/** Leases of real browsers. */
@Test(groups = "browser")
public final class BrowserPoolTest extends RealBrowsers {
  private static final String VISIBLE =
      "JSON.stringify([document.visibilityState, document.hasFocus()])";

  @Test(dataProvider = "families")
  void lendsColdThenWarmWithCleanStorage(String family) {
    Endpoint endpoint = find(family);
    long pid;
    try (EndpointPool own = new EndpointPool(run, LaunchOptions.defaults())) {
      long start = System.nanoTime();
      try (BrowserLease lease = own.lend(endpoint)) {
        long launched = print(family + " cold lease", start);
        lease.open(page.uri());
        print(family + " cold open", launched);
        assertFalse(lease.warm());
        assertEquals(lease.evaluate(VISIBLE), "[\"visible\",true]");
        lease.evaluate("localStorage.setItem('x', 'kept'); document.cookie = 'c=1'; ''");
        assertEquals(lease.evaluate("localStorage.getItem('x')"), "kept");
        pid = lease.pid();
      }
      for (int round = 0; round < 2; round++) {
        start = System.nanoTime();
        try (BrowserLease lease = own.lend(endpoint)) {
          long lent = print(family + " warm lease", start);
          lease.open(page.uri());
          print(family + " warm open", lent);
          assertTrue(lease.warm());
          assertEquals(lease.pid(), pid);
          assertEquals(lease.evaluate(VISIBLE), "[\"visible\",true]");
          assertEquals(
              lease.evaluate("String(localStorage.getItem('x')) + document.cookie"), "null");
          lease.evaluate("localStorage.setItem('x', 'again'); document.cookie = 'c=2'; ''");
        }
      }
    }
  }

  private static long print(String what, long start) {
    long now = System.nanoTime();
    System.out.println(what + ": " + Duration.ofNanos(now - start).toMillis() + " ms");
    return now;
  }

  @Test(dataProvider = "families")
  void twoAtOnceAreTwoProcesses(String family) {
    Endpoint endpoint = find(family);
    try (Lease one = pool.lease(endpoint);
        Lease other = pool.lease(endpoint)) {
      assertNotEquals(one.pid(), other.pid());
    }
  }

  @Test(dataProvider = "families")
  void discardLeavesNoProcessAndIsNoFault(String family) throws Exception {
    Endpoint endpoint = find(family);
    try (OwnedRun own = box.run();
        EndpointPool ownPool = new EndpointPool(own, LaunchOptions.defaults())) {
      Lease lease = ownPool.lease(endpoint);
      CompletableFuture<EndpointException> told = new CompletableFuture<>();
      lease.onFault(told::complete);
      lease.discard();
      assertTrue(ProcessTable.carrying(OwnedRun.RUN_MARK, own.marker()).isEmpty());
      lease.close();
      expectThrows(TimeoutException.class, () -> told.get(200, TimeUnit.MILLISECONDS));
    }
  }

  @Test(dataProvider = "families")
  void closingThePoolEndsWhatIsLentAndTellsNoCrash(String family)
      throws InterruptedException, ExecutionException, TimeoutException {
    OwnedRun own = box.run();
    EndpointPool ownPool = new EndpointPool(own, LaunchOptions.defaults());
    Lease lease = ownPool.lease(find(family));
    CompletableFuture<EndpointException> told = new CompletableFuture<>();
    lease.onFault(told::complete);
    ownPool.close();
    assertEquals(told.get(1, TimeUnit.SECONDS).kind(), "discarded");
    assertTrue(ProcessTable.carrying(OwnedRun.RUN_MARK, own.marker()).isEmpty());
    lease.close();
    assertEquals(
        expectThrows(EndpointException.class, () -> ownPool.lease(find(family))).kind(), "closed");
    own.close();
    assertFalse(Files.exists(own.folder()));
  }

  @Test(dataProvider = "families")
  void savesEvidence(String family) throws IOException {
    try (BrowserLease lease = pool.lend(find(family))) {
      lease.open(page.uri());
      lease.evaluate("console.error('a word for the log'); ''");
      Map<String, Lease.Evidence> saved =
          lease.saveEvidence(box.path("evidence"), family, UnaryOperator.identity()).stream()
              .collect(Collectors.toMap(Lease.Evidence::kind, evidence -> evidence));
      assertEquals(saved.keySet(), Set.of("screenshot", "console-log", "driver-log"));
      for (Lease.Evidence evidence : saved.values()) {
        assertTrue(Files.size(evidence.file()) > 0, evidence.toString());
      }
      String log = Files.readString(box.path("evidence").resolve(family + "-console.log"));
      assertTrue(log.contains("a word for the log"), log);
    }
  }
}
