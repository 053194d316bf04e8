package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Arrivals;
import dev.parley.harness.Call;
import dev.parley.harness.ChannelPolicy;
import dev.parley.harness.Media;
import dev.parley.harness.Participant;
import dev.parley.harness.Scenario;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.testng.annotations.Test;

/** Order and loss of messages are as the channel's policy says (RFC 8831, section 6.1). */
public final class DataReliability {
  private static final int MESSAGES = 400;

  /** Large enough that no two of them share a packet. */
  private static final int BYTES = 1000;

  private static final Duration TIME = Duration.ofSeconds(2);

  /** With so many losses to be expected, none at all would be less likely than 1 in 20000. */
  private static final double EXPECTED_LOSSES = 10;

  private static final Map<String, ChannelPolicy> POLICIES = policies();

  private final Bounds bounds;

  /** With the built-in bounds. */
  public DataReliability() {
    this(Bounds.builtIn());
  }

  DataReliability(Bounds bounds) {
    this.bounds = bounds;
  }

  private static Map<String, ChannelPolicy> policies() {
    Map<String, ChannelPolicy> policies = new LinkedHashMap<>();
    policies.put("ordered", ChannelPolicy.RELIABLE);
    policies.put("unordered", new ChannelPolicy(false, null, null));
    policies.put("never-repeated", new ChannelPolicy(false, 0, null));
    policies.put("ordered-never-repeated", new ChannelPolicy(true, 0, null));
    policies.put("short-lived", new ChannelPolicy(false, null, Duration.ofMillis(100)));
    return policies;
  }

  @Test
  @Scenario(
      id = "data",
      parameters = "reliability",
      title = "Messages are lost and overtake one another as the channel's policy says",
      networks = "loss-5",
      byDefault = false)
  public void messagesArriveAsThePolicySays(Call call) {
    call.connect(Media.none().withChannels("first"));
    PathFigures path = PathFigures.of(call, call.offerer(), call.answerer());
    POLICIES.forEach(
        (name, policy) ->
            judge(
                call,
                name,
                policy,
                path.loss(),
                call.offerer().sendNumbered("numbered-" + name, policy, MESSAGES, BYTES, TIME)));
  }

  void judge(Call call, String name, ChannelPolicy policy, double loss, Arrivals arrivals) {
    Participant receiver = call.answerer();
    call.check("messages that the channel took, " + name)
        .by(call.offerer())
        .measured(Amount.of(arrivals.sent(), "messages"))
        .atLeast(Amount.of(MESSAGES, "messages"));
    call.check("messages that came twice, " + name)
        .by(receiver)
        .whateverTheLoad()
        .measured(Amount.of(arrivals.surplus(), "messages"))
        .atMost(Amount.of(0, "messages"));
    call.check("messages missing, " + name)
        .by(receiver)
        .whateverTheLoad()
        .measured(Amount.of(arrivals.missing(), "messages"))
        .atMost(Amount.of(policy.isReliable() ? 0 : mayBeMissing(loss), "messages"));
    if (policy.ordered()) {
      call.check("order of messages, " + name)
          .by(receiver)
          .whateverTheLoad()
          .found(arrivals.isInOrder() ? "as sent" : "changed")
          .is("as sent");
    }
    if (isNeverRepeated(policy) && loss * MESSAGES >= EXPECTED_LOSSES) {
      call.check("messages lost for good, " + name)
          .by(receiver)
          .measured(Amount.of(arrivals.missing(), "messages"))
          .atLeast(Amount.of(1, "messages"));
    }
  }

  private static boolean isNeverRepeated(ChannelPolicy policy) {
    Integer repeats = policy.maxRetransmits();
    return repeats != null && repeats == 0;
  }

  private double mayBeMissing(double loss) {
    return Math.floor(
        bounds.number("data.missing.per-loss") * loss * MESSAGES
            + bounds.number("data.missing.messages"));
  }
}
