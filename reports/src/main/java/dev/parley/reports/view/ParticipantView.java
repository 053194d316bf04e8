package dev.parley.reports.view;

import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent.Candidate;
import dev.parley.reports.model.RunEvent.ClockMapped;
import dev.parley.reports.model.RunEvent.Description;
import dev.parley.reports.model.RunEvent.Mark;
import dev.parley.reports.model.RunEvent.PageHealth;
import dev.parley.reports.model.RunEvent.ParticipantJoined;
import dev.parley.reports.model.RunEvent.Sample;
import dev.parley.reports.model.RunEvent.SamplesLost;
import dev.parley.reports.model.RunEvent.Transport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one participant in one attempt; lists are in the log's order.
 *
 * @param name the participant's name within the call
 * @param planned as it was planned; absent for one that the plan does not know
 * @param joined absent if its page never said hello
 * @param transports the transport of each peer connection as last seen, by the connection's id
 * @param samples the samples of each peer connection, by the connection's id
 * @param network its access link, and the loss that it saw against the loss that was applied
 * @param figures figures over the whole window and single ones
 */
public record ParticipantView(
    String name,
    @Nullable PlannedParticipant planned,
    @Nullable ParticipantJoined joined,
    List<Timed<ClockMapped>> clockMaps,
    List<Mark> marks,
    List<Description> descriptions,
    List<Candidate> candidates,
    Map<String, Transport> transports,
    Map<String, List<Sample>> samples,
    List<SamplesLost> samplesLost,
    NetworkView network,
    List<Reading> figures,
    List<PageHealth> health) {

  /** How many samples were taken, or due, and did not arrive. */
  public long lostSamples() {
    return samplesLost.stream().mapToLong(SamplesLost::count).sum();
  }
}
