package dev.parley.harness.call;

import dev.parley.harness.Amount;
import dev.parley.harness.EmulatedLink;
import dev.parley.harness.network.CallNetwork;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import java.util.OptionalDouble;

/**
 * A participant's link in a call that is on.
 *
 * @param network the call's links
 * @param participant whose it is
 */
record LiveLink(CallNetwork network, String participant) implements EmulatedLink {

  @Override
  public NetworkProfile profile() {
    return network.profile(participant);
  }

  @Override
  public LinkProfile state(Direction direction) {
    return network.relay().state(participant, direction);
  }

  @Override
  public void change(Direction direction, LinkChange change) {
    network.relay().change(participant, direction, change);
  }

  @Override
  public void event(String word) {
    network.relay().event(participant, word);
  }

  @Override
  public Amount scheduleStarted() {
    OptionalDouble started = network.scheduleStarted();
    return started.isPresent() ? Amount.of(started.getAsDouble(), "ms") : Amount.absent("ms");
  }
}
