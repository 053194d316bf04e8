package dev.parley.scenarios;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.Amount;
import dev.parley.harness.Arrivals;
import dev.parley.harness.ChannelPolicy;
import dev.parley.harness.FileTransfer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;

/** What the data scenarios let pass, and what they do not. */
public class DataCriteriaTest {
  private static final int SENT = 400;
  private static final double LOSS = 0.05;
  private static final ChannelPolicy UNORDERED = new ChannelPolicy(false, null, null);
  private static final ChannelPolicy NEVER_REPEATED = new ChannelPolicy(false, 0, null);

  private final FakeCall fake = new FakeCall();

  private static List<Integer> all() {
    return new ArrayList<>(IntStream.range(0, SENT).boxed().toList());
  }

  private static FakeCall judge(ChannelPolicy policy, double loss, List<Integer> numbers) {
    FakeCall fake = new FakeCall();
    new DataReliability().judge(fake.call, "x", policy, loss, new Arrivals(SENT, numbers));
    return fake;
  }

  @Test
  public void aReliableChannelBringsEverythingInOrder() {
    assertEquals(judge(ChannelPolicy.RELIABLE, LOSS, all()).open(), List.of());

    List<Integer> short1 = all();
    short1.remove(7);
    assertFalse(judge(ChannelPolicy.RELIABLE, LOSS, short1).held("messages missing"));
    List<Integer> swapped = all();
    Collections.swap(swapped, 3, 4);
    assertFalse(judge(ChannelPolicy.RELIABLE, LOSS, swapped).held("order of messages"));
    List<Integer> twice = all();
    twice.add(5);
    assertFalse(judge(ChannelPolicy.RELIABLE, LOSS, twice).held("messages that came twice"));
  }

  @Test
  public void anUnorderedChannelMayMixThemUp() {
    List<Integer> mixed = all();
    Collections.reverse(mixed);

    assertEquals(judge(UNORDERED, LOSS, mixed).open(), List.of());
    assertFalse(judge(UNORDERED, LOSS, mixed.subList(1, SENT)).held("messages missing"));
  }

  @Test
  public void aChannelThatNeverRepeatsLosesWhatTheNetworkLoses() {
    List<Integer> fewer = all();
    fewer.subList(100, 120).clear();

    assertEquals(judge(NEVER_REPEATED, LOSS, fewer).open(), List.of());
    assertFalse(judge(NEVER_REPEATED, LOSS, all()).held("messages lost for good"));
    assertFalse(judge(NEVER_REPEATED, LOSS, all().subList(0, 300)).held("messages missing"));
    assertEquals(judge(NEVER_REPEATED, 0, all()).open(), List.of(), "nothing is lost on ideal");
    assertFalse(judge(NEVER_REPEATED, 0, fewer).held("messages missing"));
  }

  @Test
  public void aChannelThatStopsTakingMessagesIsSeen() {
    new DataReliability()
        .judge(fake.call, "x", UNORDERED, 0, new Arrivals(10, all().subList(0, 10)));

    assertFalse(fake.held("messages that the channel took"));
  }

  private static FakeCall judge(boolean equal, @Nullable String error, int waits, int events) {
    FakeCall fake = new FakeCall();
    FileTransfer file =
        new FileTransfer(
            1_000_000,
            equal,
            error,
            error == null ? Amount.of(2, "s") : Amount.absent("s"),
            waits,
            events,
            Amount.of(1e6, "bytes"));
    new DataFile().judge(fake.call, fake.offerer, file);
    return fake;
  }

  @Test
  public void aFileIsWholeAndItsSenderWasHeldUp() {
    FakeCall whole = judge(true, null, 3, 3);

    assertEquals(whole.open(), List.of());
    assertEquals(whole.figures, Map.of("offerer data-throughput", 4e6));
    assertFalse(judge(false, null, 3, 3).held("file at the far end"));
    assertFalse(judge(false, "TimeoutError: late", 3, 3).held("file at the far end"));
    assertFalse(judge(true, null, 0, 0).held("waits of the sender"), "no back-pressure seen");
    assertFalse(judge(true, null, 3, 2).held("waits that bufferedamountlow"));
    assertTrue(judge(false, "TimeoutError: late", 3, 3).figures.isEmpty());
  }
}
