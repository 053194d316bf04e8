package dev.parley.harness.network;

import dev.parley.network.model.NetworkProfile;
import dev.parley.network.relay.RelaySocket;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A call for a test of the relay.
 *
 * @param offerer the offerer's browser, as in {@code chrome}
 * @param answerer the answerer's browser
 * @param answererNetwork the answerer's access link; the offerer's is perfect
 * @param rtc configuration of both peer connections
 * @param audio where sound is from, {@code page} or {@code device}; only who may use a device is
 *     shown every interface by a browser
 * @param tricks commands of {@code tricks.js} that both pages run first
 * @param leased which sockets the probes are given
 * @param told which reports reach the relay, by participant and name
 */
record CallPlan(
    String offerer,
    String answerer,
    NetworkProfile answererNetwork,
    Map<String, Object> rtc,
    String audio,
    List<String> tricks,
    Predicate<RelaySocket> leased,
    Predicate<String> told) {

  static CallPlan of(String offerer, String answerer) {
    return new CallPlan(
        offerer,
        answerer,
        NetworkProfile.ideal(),
        Map.of("iceServers", List.of()),
        "page",
        List.of(),
        socket -> true,
        report -> true);
  }

  CallPlan over(NetworkProfile network) {
    return new CallPlan(offerer, answerer, network, rtc, audio, tricks, leased, told);
  }

  CallPlan with(Map<String, Object> configuration) {
    return new CallPlan(
        offerer, answerer, answererNetwork, configuration, audio, tricks, leased, told);
  }

  CallPlan withDevice() {
    return new CallPlan(offerer, answerer, answererNetwork, rtc, "device", tricks, leased, told);
  }

  CallPlan tricks(String... names) {
    return new CallPlan(
        offerer, answerer, answererNetwork, rtc, audio, List.of(names), leased, told);
  }

  CallPlan leasing(Predicate<RelaySocket> which) {
    return new CallPlan(offerer, answerer, answererNetwork, rtc, audio, tricks, which, told);
  }

  CallPlan telling(Predicate<String> which) {
    return new CallPlan(offerer, answerer, answererNetwork, rtc, audio, tricks, leased, which);
  }
}
