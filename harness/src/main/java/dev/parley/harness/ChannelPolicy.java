package dev.parley.harness;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How reliable a data channel is (RFC 8831, section 6.1).
 *
 * @param ordered whether messages arrive in the order in which they were sent
 * @param maxRetransmits how often a message is sent again at most, 0 to 65535; null for as often as
 *     it takes
 * @param maxPacketLifeTime for how long a message is sent again, to 65535 ms; null for as long as
 *     it takes
 */
public record ChannelPolicy(
    boolean ordered, @Nullable Integer maxRetransmits, @Nullable Duration maxPacketLifeTime) {

  /** Every message, in order. */
  public static final ChannelPolicy RELIABLE = new ChannelPolicy(true, null, null);

  public ChannelPolicy {
    if (maxRetransmits != null && maxPacketLifeTime != null) {
      throw new IllegalArgumentException(
          "found both a number of retransmissions and a life time, expected one at most");
    }
  }

  /** Whether every message must arrive. */
  public boolean isReliable() {
    return maxRetransmits == null && maxPacketLifeTime == null;
  }

  /** The members of W3C's {@code RTCDataChannelInit}. */
  public Map<String, Object> asInit() {
    Map<String, Object> init = new LinkedHashMap<>();
    init.put("ordered", ordered);
    if (maxRetransmits != null) {
      init.put("maxRetransmits", maxRetransmits);
    }
    if (maxPacketLifeTime != null) {
      init.put("maxPacketLifeTime", maxPacketLifeTime.toMillis());
    }
    return init;
  }
}
