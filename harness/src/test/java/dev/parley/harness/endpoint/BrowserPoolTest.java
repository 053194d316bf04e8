package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Leases of real browsers. */
@SuppressWarnings("NullAway.Init") // TestNG sets the fields up
@Test(groups = "browser")
public final class BrowserPoolTest {
  private OwnedRun run;
  private EndpointPool pool;
  private HttpServer server;
  private URI page;

  @BeforeClass
  void open() throws IOException {
    run = OwnedRun.begin();
    pool = new EndpointPool(run, LaunchOptions.defaults());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] html = "<!doctype html><title>x</title>".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, html.length);
          exchange.getResponseBody().write(html);
          exchange.close();
        });
    server.start();
    page = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @AfterClass(alwaysRun = true)
  void close() {
    server.stop(0);
    pool.close();
    run.close();
    assertTrue(ProcessTable.carrying(OwnedRun.RUN_MARK, run.marker()).isEmpty());
    assertFalse(Files.exists(run.folder()));
  }

  @DataProvider
  Object[] families() {
    return new Object[] {"chrome", "firefox"};
  }

  @Test(dataProvider = "families")
  void leasesColdThenWarm(String family) {
    Endpoint endpoint = new EndpointFinder().find(EndpointSpec.parse(family));
    long pid;
    long start = System.nanoTime();
    try (Lease lease = pool.lease(endpoint)) {
      print(family + " cold lease", start);
      assertFalse(lease.warm());
      start = System.nanoTime();
      lease.open(page);
      print(family + " cold open", start);
      pid = lease.pid();
      start = System.nanoTime();
    }
    print(family + " cold close", start);
    start = System.nanoTime();
    try (Lease lease = pool.lease(endpoint)) {
      print(family + " warm lease", start);
      assertTrue(lease.warm());
      assertEquals(lease.pid(), pid);
      start = System.nanoTime();
      lease.open(page);
      print(family + " warm open", start);
      start = System.nanoTime();
    }
    print(family + " warm close", start);
  }

  private static void print(String what, long start) {
    System.out.println(what + " " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
  }
}
