package dev.parley.network.relay;

import dev.parley.network.model.NetworkProfile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the relay is to emulate for one call.
 *
 * @param id for messages and file names
 * @param seed of all impairments; each participant, direction and impairment has its own stream
 * @param participants who takes part
 * @param captures the folder for one pcapng per participant; null for none
 */
public record RelayPlan(String id, long seed, List<Seat> participants, @Nullable Path captures) {

  public RelayPlan {
    participants = List.copyOf(participants);
  }

  /**
   * A participant's place.
   *
   * @param name its name within the call
   * @param network its access link
   * @param sharedLink a name of a link that others with the same name share, in this call and in
   *     others of the same relay; null for a link of its own
   */
  public record Seat(String name, NetworkProfile network, @Nullable String sharedLink) {}
}
