package dev.parley.harness.schedule;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.endpoint.EndpointException;
import dev.parley.harness.endpoint.EndpointFinder;
import dev.parley.harness.matrix.UsageException;
import java.util.List;
import org.testng.annotations.Test;

public class FoundEndpointsTest {
  private static final String NOWHERE = "lost=chrome@/nowhere/chrome";

  @Test
  public void whatIsNotFoundKeepsItsNameAndTheReason() {
    FoundEndpoints endpoints = FoundEndpoints.of(List.of(NOWHERE), new EndpointFinder());

    assertEquals(endpoints.aliases(), List.of("lost"));
    EndpointException why = expectThrows(EndpointException.class, () -> endpoints.require("lost"));
    assertEquals(why.kind(), "no-browser");
    assertTrue(String.valueOf(why.getMessage()).contains("/nowhere/chrome"), why.getMessage());
  }

  @Test
  public void whatWasNotLookedForIsNotThere() {
    FoundEndpoints endpoints = FoundEndpoints.of(List.of(NOWHERE), new EndpointFinder());

    assertEquals(
        expectThrows(EndpointException.class, () -> endpoints.require("other")).getMessage(),
        "no endpoint 'other' was looked for");
  }

  @Test
  public void twoOfOneNameAreRefused() {
    expectThrows(
        UsageException.class,
        () -> FoundEndpoints.of(List.of(NOWHERE, NOWHERE), new EndpointFinder()));
  }
}
