package dev.parley.harness.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Launches an endpoint as for a call and asks it what it can do. */
public final class EndpointProbe {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double NANOS = 1e9;
  private final EndpointPool pool;
  private final URI page;

  /**
   * Uses a pool's launch options.
   *
   * @param page any page of a secure context, as one on loopback
   */
  public EndpointProbe(EndpointPool pool, URI page) {
    this.pool = pool;
    this.page = page;
  }

  /** Launches and asks; what goes wrong is in the report. */
  public EndpointReport probe(Endpoint endpoint) {
    long start = System.nanoTime();
    Optional<Double> seconds = Optional.empty();
    try (BrowserLease lease = pool.lend(endpoint)) {
      seconds = Optional.of((System.nanoTime() - start) / NANOS);
      lease.open(page);
      Abilities abilities = Abilities.of(JSON.readTree(lease.evaluate(script())));
      return new EndpointReport(endpoint, seconds, Optional.of(abilities), Optional.empty());
    } catch (EndpointException e) {
      return failed(endpoint, seconds, e.getMessage());
    } catch (JacksonException e) {
      return failed(
          endpoint, seconds, "an unexpected answer from the page: " + e.getOriginalMessage());
    }
  }

  private static EndpointReport failed(Endpoint endpoint, Optional<Double> seconds, String error) {
    return new EndpointReport(endpoint, seconds, Optional.empty(), Optional.of(error));
  }

  private static String script() {
    try (InputStream in = EndpointProbe.class.getResourceAsStream("abilities.js")) {
      if (in == null) {
        throw new IllegalStateException("abilities.js is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
