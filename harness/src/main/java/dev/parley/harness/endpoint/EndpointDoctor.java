package dev.parley.harness.endpoint;

import dev.parley.harness.endpoint.Abilities.Ability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns what an endpoint can do into rows for people. */
final class EndpointDoctor {
  private EndpointDoctor() {}

  /** The row of an endpoint that was not found or has no driver. */
  static List<DoctorRow> missing(EndpointSpec spec, EndpointException e) {
    String name = e.kind().equals("no-browser") ? "browser" : "driver";
    boolean optional = spec.family() == Family.EDGE && spec.binary().isEmpty();
    return List.of(
        optional && name.equals("browser")
            ? DoctorRow.warn(spec.alias(), name, e.getMessage(), "install Microsoft Edge")
            : DoctorRow.fail(spec.alias(), name, e.getMessage(), Mend.SETUP));
  }

  /** The rows of an endpoint that was found. */
  static List<DoctorRow> rows(EndpointReport report, String soundReason) {
    Endpoint endpoint = report.endpoint();
    String alias = endpoint.alias();
    List<DoctorRow> rows = new ArrayList<>();
    rows.add(DoctorRow.ok(alias, "browser", endpoint.version() + " at " + endpoint.binary()));
    rows.add(DoctorRow.ok(alias, "driver", endpoint.driverVersion() + " at " + endpoint.driver()));
    report
        .startSeconds()
        .ifPresent(
            seconds ->
                rows.add(
                    DoctorRow.ok(
                        alias, "start", String.format(Locale.ROOT, "in %.1f s", seconds))));
    report
        .error()
        .ifPresent(
            error -> {
              String name = report.startSeconds().isPresent() ? "page" : "start";
              rows.add(DoctorRow.fail(alias, name, error, Mend.SETUP));
            });
    report.abilities().ifPresent(abilities -> addAbilities(rows, alias, abilities, soundReason));
    return rows;
  }

  private static void addAbilities(
      List<DoctorRow> rows, String alias, Abilities abilities, String soundReason) {
    rows.add(needed(alias, "fake camera", abilities.camera()));
    rows.add(needed(alias, "fake microphone", abilities.microphone()));
    Ability host = abilities.hostCandidate();
    rows.add(
        host.ok()
            ? DoctorRow.ok(alias, "host candidate", host.detail())
            : DoctorRow.fail(
                alias,
                "host candidate",
                host.detail(),
                "give this machine a network interface with a default route"));
    Ability audio = abilities.audioContext();
    rows.add(
        audio.ok()
            ? DoctorRow.ok(alias, "WebAudio", audio.detail())
            : DoctorRow.warn(alias, "WebAudio", audio.detail() + "; " + soundReason, Mend.SETUP));
    codecs(abilities)
        .forEach(
            (name, names) ->
                rows.add(
                    names.isEmpty()
                        ? DoctorRow.fail(alias, name, "none", Mend.SETUP)
                        : DoctorRow.ok(alias, name, String.join(", ", names))));
  }

  private static DoctorRow needed(String alias, String name, Ability ability) {
    return ability.ok()
        ? DoctorRow.ok(alias, name, ability.detail())
        : DoctorRow.fail(alias, name, ability.detail(), Mend.SETUP);
  }

  private static Map<String, List<String>> codecs(Abilities abilities) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("audio codecs sent", abilities.audioSend());
    all.put("audio codecs received", abilities.audioReceive());
    all.put("video codecs sent", abilities.videoSend());
    all.put("video codecs received", abilities.videoReceive());
    return all;
  }
}
