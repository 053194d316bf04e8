package dev.parley.network.model;

/**
 * One participant's access link: what it sends crosses the uplink, what it receives the downlink.
 *
 * @param name as in {@code loss-5}; letters, digits, {@code .}, {@code _} and {@code -}
 * @param description in a few words, with the source
 * @param uplink from the participant
 * @param downlink to the participant
 * @param schedule changes over time, empty for none
 */
public record NetworkProfile(
    String name, String description, LinkProfile uplink, LinkProfile downlink, Schedule schedule) {

  public NetworkProfile {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new InvalidProfileException(
          "found network name '%s', expected letters, digits, '.', '_' and '-'".formatted(name));
    }
  }

  /** A perfect link both ways, which never changes. */
  public static NetworkProfile ideal() {
    return symmetric("ideal", "a perfect link", LinkProfile.IDEAL);
  }

  /** The same link both ways, which never changes. */
  public static NetworkProfile symmetric(String name, String description, LinkProfile link) {
    return new NetworkProfile(name, description, link, link, Schedule.NONE);
  }

  /** The link of one direction. */
  public LinkProfile link(Direction direction) {
    return direction == Direction.UP ? uplink : downlink;
  }

  /** The same links with these changes over time. */
  public NetworkProfile withSchedule(Schedule changes) {
    return new NetworkProfile(name, description, uplink, downlink, changes);
  }

  /** Whether nothing is ever impaired: the control. */
  public boolean isIdeal() {
    return uplink.isIdeal() && downlink.isIdeal() && schedule.changes().isEmpty();
  }
}
