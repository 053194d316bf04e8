package dev.parley.harness.network;

import static org.testng.Assert.assertEquals;

import dev.parley.network.relay.RelayPlan;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.Test;
import tools.jackson.databind.json.JsonMapper;

public class ProbeReportsTest {
  private final FakeRelayCall relay = new FakeRelayCall(new RelayPlan("c", 1, List.of(), null));
  private final ProbeReports reports = new ProbeReports(relay);

  private Optional<String> take(String name, String data) {
    relay.told.clear();
    return reports.take("offerer", "pc1", name, JsonMapper.shared().readTree(data));
  }

  @Test
  public void passesCredentialsOn() {
    take("relay-credentials", "{\"own\": true, \"ufrag\": \"u\", \"pwd\": \"p\"}");

    assertEquals(relay.told, List.of("credentials offerer pc1 true u p"));
  }

  @Test
  public void passesCandidatesOn() {
    take(
        "relay-candidate",
        """
        {"own": true, "ufrag": "u", "mLine": 1, "component": 2, "type": "host",
         "address": "10.0.0.7", "port": 5000, "socket": {"address": "10.0.0.7", "port": 4001},
         "candidate": "candidate:1"}
        """);
    assertEquals(
        relay.told,
        List.of(
            "CandidateBinding[participant=offerer, pc=pc1, own=true, ufrag=u, mLine=1, component=2,"
                + " type=host, address=10.0.0.7, port=5000, socket=RelaySocket[address=10.0.0.7,"
                + " port=4001]]"));
    take("relay-candidate", "{\"ufrag\": \"u\", \"socket\": null}");
    assertEquals(
        relay.told,
        List.of(
            "CandidateBinding[participant=offerer, pc=pc1, own=false, ufrag=u, mLine=0,"
                + " component=1, type=, address=, port=0, socket=null]"));
  }

  @Test
  public void passesServersOn() {
    take(
        "relay-server",
        """
        {"host": "turn.test", "port": 3478, "username": "me",
         "socket": {"address": "10.0.0.7", "port": 4002}}
        """);

    assertEquals(
        relay.told,
        List.of(
            "ServerBinding[participant=offerer, pc=pc1, host=turn.test, port=3478, username=me,"
                + " credential=null, socket=RelaySocket[address=10.0.0.7, port=4002]]"));
  }

  @Test
  public void saysWhyACandidateIsWithheld() {
    assertEquals(
        take("relay-withheld", "{\"why\": \"the relay carries UDP only\"}"),
        Optional.of("a candidate was withheld: the relay carries UDP only"));
    assertEquals(relay.told, List.of());
  }

  @Test
  public void aPageMaySayAnything() {
    assertEquals(take("relay-server", "[]"), Optional.empty());
    assertEquals(take("relay-else", "7"), Optional.empty());
    assertEquals(relay.told, List.of());
  }
}
