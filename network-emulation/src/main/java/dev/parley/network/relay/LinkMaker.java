package dev.parley.network.relay;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.model.NetworkProfile;

/** Makes the links of a run. */
@FunctionalInterface
interface LinkMaker {
  /**
   * A link.
   *
   * @param name of the participant, or of the link that several share
   */
  AccessLink<Datagram> create(NetworkProfile profile, long seed, String name);
}
