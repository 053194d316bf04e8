package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.testng.annotations.Test;

/** What goes wrong with real browsers, and what only looks so. */
@Test(groups = "browser")
public final class BrowserFaultTest extends RealBrowsers {

  @Test(dataProvider = "families")
  void aKilledBrowserIsToldOfWithinTwoSeconds(String family) throws Exception {
    try (Lease lease = pool.lease(find(family))) {
      lease.open(page.uri());
      CompletableFuture<EndpointException> told = new CompletableFuture<>();
      lease.onFault(told::complete);
      assertTrue(lease.fault().isEmpty());
      ProcessHandle.of(lease.pid()).orElseThrow().destroyForcibly();
      EndpointException fault = told.get(2, TimeUnit.SECONDS);
      assertEquals(fault.kind(), "browser-crash");
      assertEquals(lease.fault().orElseThrow().kind(), "browser-crash");
      EndpointException e = expectThrows(EndpointException.class, () -> lease.open(page.uri()));
      assertEquals(e.kind(), "browser-crash");
      assertTrue(
          lease.saveEvidence(box.path("evidence"), "crash", UnaryOperator.identity()).stream()
              .anyMatch(evidence -> evidence.kind().equals("driver-log")));
    }
  }

  @Test(dataProvider = "families")
  void aKilledDriverIsToldOf(String family) throws Exception {
    try (Lease lease = pool.lease(find(family))) {
      CompletableFuture<EndpointException> told = new CompletableFuture<>();
      lease.onFault(told::complete);
      ProcessHandle.of(lease.pid()).orElseThrow().parent().orElseThrow().destroyForcibly();
      assertEquals(told.get(2, TimeUnit.SECONDS).kind(), "browser-crash");
    }
  }

  @Test(dataProvider = "families")
  void aCrashedPageIsToldOf(String family) throws Exception {
    try (Lease lease = pool.lease(find(family))) {
      lease.open(page.uri());
      CompletableFuture<EndpointException> told = new CompletableFuture<>();
      lease.onFault(told::complete);
      crashPage(lease);
      assertEquals(told.get(5, TimeUnit.SECONDS).kind(), "page-crash");
    }
  }

  /** Chromium has an address for it; Firefox's is out of reach, so its processes are killed. */
  private static void crashPage(Lease lease) {
    if (lease.endpoint().family() == Family.CHROME) {
      expectThrows(EndpointException.class, () -> lease.open(URI.create("chrome://crash")));
    } else {
      ProcessHandle.of(lease.pid())
          .orElseThrow()
          .descendants()
          .filter(handle -> comm(handle.pid()).contains("Web Co"))
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static String comm(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/comm"));
    } catch (IOException e) {
      return "";
    }
  }

  @Test(dataProvider = "families")
  void aPageThatDoesNotOpenIsNoFaultOfTheBrowser(String family) {
    try (Lease lease = pool.lease(find(family))) {
      EndpointException e =
          expectThrows(
              EndpointException.class, () -> lease.open(URI.create("http://127.0.0.1:1/")));
      assertEquals(e.kind(), "page-open", e.getMessage());
      assertTrue(lease.fault().isEmpty());
    }
  }

  @Test(dataProvider = "families")
  void aClosedPageIsNoCrash(String family) {
    Endpoint endpoint = find(family);
    try (EndpointPool own = new EndpointPool(run, LaunchOptions.defaults())) {
      for (int round = 0; round < 2; round++) {
        try (BrowserLease lease = own.lend(endpoint)) {
          lease.open(page.uri());
          lease.closePage();
          assertTrue(ProcessHandle.of(lease.pid()).filter(ProcessHandle::isAlive).isPresent());
          assertEquals(lease.fault(), Optional.empty());
        }
      }
    }
  }
}
