package dev.parley.network.engine;

import dev.parley.network.model.NetworkProfile;

/** Makes access links. */
public final class Links {
  private Links() {}

  /**
   * A link that behaves as the profile says.
   *
   * <p>The fate of its n-th packet depends on the seed, the name, the direction and n alone, for
   * each impairment by itself: the same arrivals meet the same fates, and neither another
   * impairment nor another participant shifts them.
   *
   * @param seed of the call
   * @param name of the participant, or of the shared link
   */
  public static <P> AccessLink<P> create(NetworkProfile profile, long seed, String name) {
    return new EmulatedLink<>(profile, seed, name);
  }
}
