package dev.parley.reports.log;

import dev.parley.reports.model.RunEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that events go by in the log, and the records that they are read into. */
final class EventTypes {
  static final String RUN_START = "run.start";

  private static final Map<String, Class<? extends RunEvent>> RECORDS = records();
  private static final Map<Class<? extends RunEvent>, String> NAMES = names();

  private EventTypes() {}

  /** Every name with its record, in the order in which the format is documented. */
  static Map<String, Class<? extends RunEvent>> all() {
    return RECORDS;
  }

  /** The record of a name; null for a name that this version does not know. */
  static @Nullable Class<? extends RunEvent> recordOf(String name) {
    return RECORDS.get(name);
  }

  static String nameOf(RunEvent event) {
    if (event instanceof RunEvent.Unknown unknown) {
      return unknown.type();
    }
    String name = NAMES.get(event.getClass());
    if (name == null) {
      throw new IllegalArgumentException("no name in the log for " + event.getClass());
    }
    return name;
  }

  private static Map<String, Class<? extends RunEvent>> records() {
    Map<String, Class<? extends RunEvent>> types = new LinkedHashMap<>();
    types.put(RUN_START, RunEvent.RunStart.class);
    types.put("endpoint-found", RunEvent.EndpointFound.class);
    types.put("attempt.start", RunEvent.AttemptStart.class);
    types.put("participant-joined", RunEvent.ParticipantJoined.class);
    types.put("clock-mapped", RunEvent.ClockMapped.class);
    types.put("mark", RunEvent.Mark.class);
    types.put("step", RunEvent.Step.class);
    types.put("description", RunEvent.Description.class);
    types.put("candidate", RunEvent.Candidate.class);
    types.put("transport", RunEvent.Transport.class);
    types.put("sample", RunEvent.Sample.class);
    types.put("samples-lost", RunEvent.SamplesLost.class);
    types.put("window", RunEvent.Window.class);
    types.put("figure", RunEvent.Figure.class);
    types.put("host-health", RunEvent.HostHealth.class);
    types.put("page-health", RunEvent.PageHealth.class);
    types.put("network", RunEvent.Network.class);
    types.put("network-state", RunEvent.NetworkState.class);
    types.put("network-sample", RunEvent.NetworkSample.class);
    types.put("network-summary", RunEvent.NetworkSummary.class);
    types.put("loss-compared", RunEvent.LossCompared.class);
    types.put("network-proof", RunEvent.NetworkProof.class);
    types.put("check", RunEvent.Check.class);
    types.put("fault", RunEvent.Fault.class);
    types.put("note", RunEvent.Note.class);
    types.put("log-line", RunEvent.LogLine.class);
    types.put("artefact", RunEvent.Artefact.class);
    types.put("attempt.end", RunEvent.AttemptEnd.class);
    types.put("cell.end", RunEvent.CellEnd.class);
    types.put("interrupted", RunEvent.Interrupted.class);
    types.put("run.end", RunEvent.RunEnd.class);
    return types;
  }

  private static Map<Class<? extends RunEvent>, String> names() {
    Map<Class<? extends RunEvent>, String> names = new HashMap<>();
    RECORDS.forEach((name, type) -> names.put(type, name));
    return names;
  }
}
