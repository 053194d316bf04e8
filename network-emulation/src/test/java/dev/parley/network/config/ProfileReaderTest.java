package dev.parley.network.config;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkProfile.LossPlace;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Queue;
import dev.parley.network.model.Queue.Limit;
import dev.parley.network.model.Reorder;
import dev.parley.network.model.Schedule;
import dev.parley.network.model.Trace;
import dev.parley.network.preset.NetworkCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

public class ProfileReaderTest {
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .build();

  private static final NetworkCatalogue PRESETS = NetworkCatalogue.presets();

  private static List<NetworkProfile> read(String text) {
    return read(text, Path.of("nowhere"));
  }

  private static List<NetworkProfile> read(String text, Path folder) {
    return new ProfileReader(PRESETS, folder)
        .read(LENIENT.readTree(text), JsonPointer.compile("/profiles"));
  }

  private static LinkProfile link(String link) {
    return read("{own: {up: " + link + "}}").get(0).uplink();
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  public void beginsWithWhatItExtends() {
    NetworkProfile dsl = PRESETS.get("dsl").profile();

    NetworkProfile own =
        read("{office: {description: 'ours', extends: 'dsl', both: {loss: '2%'}, up: {capacity: '1M'}}}")
            .get(0);

    assertEquals(
        own,
        new NetworkProfile(
            "office",
            "ours",
            dsl.uplink()
                .withLoss(new Loss.Independent(0.02))
                .withCapacity(Capacity.constant(1_000_000)),
            dsl.downlink().withLoss(new Loss.Independent(0.02)),
            Schedule.NONE));
  }

  @Test
  public void extendsWhatIsWrittenAbove() {
    List<NetworkProfile> own =
        read("{one: {both: {delay: '7ms'}}, two: {extends: 'one', down: {delay: '9ms'}}}");

    assertEquals(own.get(1).uplink().delay(), ms(7));
    assertEquals(own.get(1).downlink().delay(), ms(9));
    assertEquals(own.get(1).description(), "as one, changed (parley.yaml)");
  }

  @Test
  public void keepsTheScheduleOfWhatItExtendsUnlessItHasItsOwn() {
    List<NetworkProfile> own =
        read(
            "{a: {extends: 'rfc8867-5.1', both: {delay: '7ms'}}, b: {extends: 'a', schedule: []}}");

    assertEquals(own.get(0).schedule().changes().size(), 3);
    assertEquals(own.get(1).schedule(), Schedule.NONE);
  }

  @Test
  public void readsEveryKeyOfALink() {
    assertEquals(
        link(
            "{capacity: '2M', delay: '40ms', jitter: '5ms', loss: '5%', lossPlace: 'after',"
                + " duplicate: '1%', reorder: {share: '2%', heldBack: '20ms'}, corrupt: '0.1%',"
                + " outage: true, mtu: 1200, queue: '100 packets', overheadBytes: 48}"),
        new LinkProfile(
            Capacity.constant(2_000_000),
            ms(40),
            Jitter.TruncatedNormal.of(ms(5)),
            new Loss.Independent(0.05),
            LossPlace.AFTER_BOTTLENECK,
            0.01,
            new Reorder(0.02, ms(20)),
            0.001,
            true,
            1200,
            new Queue.DropTail(new Limit.Packets(100)),
            48));
  }

  @DataProvider
  public Object[][] forms() {
    return new Object[][] {
      {"{capacity: 'unlimited'}", LinkProfile.IDEAL},
      {"{capacity: 64000}", LinkProfile.IDEAL.withCapacity(Capacity.constant(64_000))},
      {
        "{capacity: {steps: [{at: '0s', rate: '2M'}, {at: '10s', rate: '1M'}], period: '20s'}}",
        LinkProfile.IDEAL.withCapacity(
            new Capacity.Steps(
                List.of(
                    new Capacity.Step(ms(0), 2_000_000), new Capacity.Step(ms(10_000), 1_000_000)),
                ms(20_000)))
      },
      {
        "{capacity: {trace: 'cellular-walk.up', loop: false}}",
        LinkProfile.IDEAL.withCapacity(
            new Capacity.Traced(
                ((Capacity.Traced)
                        NetworkCatalogue.presets()
                            .get("cellular-walk")
                            .profile()
                            .uplink()
                            .capacity())
                    .trace(),
                false))
      },
      {"{jitter: 'none'}", LinkProfile.IDEAL},
      {
        "{jitter: {normal: '5ms', cut: 2, reordering: true}}",
        LinkProfile.IDEAL.withJitter(new Jitter.TruncatedNormal(ms(5), 2, true))
      },
      {
        "{jitter: {uniform: '5ms'}}", LinkProfile.IDEAL.withJitter(new Jitter.Uniform(ms(5), false))
      },
      {
        "{jitter: {pareto: '5ms', shape: 2.5, most: '300ms'}}",
        LinkProfile.IDEAL.withJitter(new Jitter.Pareto(ms(5), 2.5, ms(300), false))
      },
      {"{loss: 'none'}", LinkProfile.IDEAL},
      {"{loss: '0%'}", LinkProfile.IDEAL},
      {
        "{loss: {bursts: {rate: '5%', length: 4}}}",
        LinkProfile.IDEAL.withLoss(Loss.GilbertElliott.ofBursts(0.05, 4))
      },
      {
        "{loss: {gilbertElliott: {goodToBad: '1%', badToGood: '25%', lossInGood: '0.1%', lossInBad: '90%'}}}",
        LinkProfile.IDEAL.withLoss(new Loss.GilbertElliott(0.01, 0.25, 0.001, 0.9))
      },
      {
        "{loss: {gilbertElliott: {goodToBad: '1%', badToGood: '25%'}}}",
        LinkProfile.IDEAL.withLoss(new Loss.GilbertElliott(0.01, 0.25, 0, 1))
      },
      {
        "{loss: {periodic: {every: 100, burst: 5, offset: 7}}}",
        LinkProfile.IDEAL.withLoss(new Loss.Periodic(100, 5, 7))
      },
      {
        "{loss: {packets: [1, 5], repeatAfter: 10}}",
        LinkProfile.IDEAL.withLoss(new Loss.Explicit(List.of(1, 5), 10))
      },
      {"{lossPlace: 'before'}", LinkProfile.IDEAL},
      {
        "{queue: '200ms'}", LinkProfile.IDEAL.withQueue(new Queue.DropTail(new Limit.Time(ms(200))))
      },
      {
        "{queue: '64000 bytes'}",
        LinkProfile.IDEAL.withQueue(new Queue.DropTail(new Limit.Bytes(64_000)))
      },
      {
        "{queue: {dropHead: '9 packets'}}",
        LinkProfile.IDEAL.withQueue(new Queue.DropHead(new Limit.Packets(9)))
      },
      {"{queue: {dropTail: '300ms'}}", LinkProfile.IDEAL},
      {"{queue: 'codel'}", LinkProfile.IDEAL.withQueue(Queue.CoDel.standard())},
      {
        "{queue: {codel: {target: '10ms', limit: '1s'}}}",
        LinkProfile.IDEAL.withQueue(new Queue.CoDel(ms(10), ms(100), new Limit.Time(ms(1000))))
      },
    };
  }

  @Test(dataProvider = "forms")
  public void readsEveryForm(String text, LinkProfile expected) {
    assertEquals(link(text), expected);
  }

  @Test
  public void readsATraceBesideTheFile() throws IOException {
    Path folder = Files.createTempDirectory("parley-profiles");
    Path trace = folder.resolve("mine.up");
    try {
      Files.writeString(trace, "1\n2\n");
      LinkProfile up = read("{own: {up: {capacity: {trace: 'mine.up'}}}}", folder).get(0).uplink();

      assertEquals(
          up.capacity(), new Capacity.Traced(new Trace("mine.up", new int[] {1, 2}), true));
    } finally {
      Files.deleteIfExists(trace);
      Files.delete(folder);
    }
  }

  @Test
  public void readsASchedule() {
    Schedule schedule =
        read("{own: {schedule: [{at: '10s', both: {loss: '20%', delay: '9ms'}, up: {delay: '5ms'},"
                + " ramp: '2s'}, {event: 'recovered', down: {outage: false, capacity: '1M',"
                + " jitter: 'none', queue: 'codel'}}]}}")
            .get(0)
            .schedule();

    Loss loss = new Loss.Independent(0.2);
    assertEquals(
        schedule.changes(),
        List.of(
            new Schedule.Change(
                new Schedule.When.At(ms(10_000)),
                new LinkChange(null, ms(5), null, loss, null, null),
                new LinkChange(null, ms(9), null, loss, null, null),
                ms(2000)),
            new Schedule.Change(
                new Schedule.When.On("recovered"),
                LinkChange.NOTHING,
                new LinkChange(
                    Capacity.constant(1_000_000),
                    null,
                    Jitter.NONE,
                    null,
                    false,
                    Queue.CoDel.standard()),
                Duration.ZERO)));
  }

  /** What is written, where it is wrong, and what is said. */
  @DataProvider
  public Object[][] mistakes() {
    return new Object[][] {
      {"[]", "/profiles", "found profiles: an empty list, expected networks of your own by name"},
      {
        "{a: {}}",
        "/profiles/a",
        "found profiles.a: no keys, expected keys of a network, as in {extends"
      },
      {"{a: null}", "/profiles/a", "found profiles.a: nothing, expected keys of a network"},
      {"{a: 5}", "/profiles/a", "found profiles.a: 5, expected keys of a network"},
      {
        "{a: {extend: 'dsl'}}",
        "/profiles/a/extend",
        "found key 'extend' in profiles.a, expected one of description, extends, both, up, down, schedule; the nearest is 'extends'"
      },
      {
        "{a: {extends: 'dls'}}",
        "/profiles/a/extends",
        "found network 'dls', expected one that exists; the nearest are 'dsl'"
      },
      {
        "{a: {extends: 'b'}, b: {extends: 'dsl'}}",
        "/profiles/a/extends",
        "found network 'b', expected one that exists"
      },
      {
        "{'loss-5': {extends: 'dsl'}}",
        "/profiles/loss-5",
        "found profile 'loss-5', expected a name that no preset has"
      },
      {
        "{direct: {extends: 'dsl'}}",
        "/profiles/direct",
        "found profile 'direct', expected a name that no preset has"
      },
      {
        "{'a b': {extends: 'dsl'}}",
        "/profiles/a b",
        "found network name 'a b', expected letters, digits"
      },
      {
        "{a: {description: ''}}",
        "/profiles/a/description",
        "found profiles.a.description: '', expected a description in one line"
      },
      {
        "{a: {description: ['x']}}",
        "/profiles/a/description",
        "found profiles.a.description: a list of 1, expected a description"
      },
      {"{a: {up: {}}}", "/profiles/a/up", "found profiles.a.up: no keys, expected keys of a link"},
      {
        "{a: {up: {capcity: '2M'}}}",
        "/profiles/a/up/capcity",
        "found key 'capcity' in profiles.a.up, expected one of capacity, delay"
      },
      {
        "{a: {up: {capacity: '2 Mbit'}}}",
        "/profiles/a/up/capacity",
        "found profiles.a.up.capacity: '2 Mbit', expected a rate as in 2M, unlimited"
      },
      {
        "{a: {up: {capacity: '-2M'}}}",
        "/profiles/a/up/capacity",
        "found profiles.a.up.capacity: '-2M', expected a rate"
      },
      {
        "{a: {up: {capacity: '999'}}}",
        "/profiles/a/up/capacity",
        "found capacity 999, expected 1000 to 100000000000 (profiles.a.up.capacity)"
      },
      {
        "{a: {up: {capacity: '101G'}}}",
        "/profiles/a/up/capacity",
        "found capacity 101000000000, expected"
      },
      {
        "{a: {up: {capacity: true}}}",
        "/profiles/a/up/capacity",
        "found profiles.a.up.capacity: true, expected a rate"
      },
      {
        "{a: {up: {capacity: {}}}}",
        "/profiles/a/up/capacity",
        "found profiles.a.up.capacity: no keys, expected a rate"
      },
      {
        "{a: {up: {capacity: {steps: [], trace: 'x'}}}}",
        "/profiles/a/up/capacity",
        "found profiles.a.up.capacity: the keys steps, trace, expected"
      },
      {
        "{a: {up: {capacity: {steps: []}}}}",
        "/profiles/a/up/capacity",
        "found none, expected the first capacity step at 0"
      },
      {
        "{a: {up: {capacity: {steps: [{at: '1s', rate: '1M'}]}}}}",
        "/profiles/a/up/capacity",
        "found the first at"
      },
      {
        "{a: {up: {capacity: {steps: [{at: '0s'}]}}}}",
        "/profiles/a/up/capacity/steps/0",
        "found profiles.a.up.capacity.steps.0: the keys at, expected a key 'rate' as well"
      },
      {
        "{a: {up: {capacity: {steps: [{at: '0s', rate: '1M'}], loop: true}}}}",
        "/profiles/a/up/capacity/loop",
        "found key 'loop' in profiles.a.up.capacity, expected one of steps, period"
      },
      {
        "{a: {up: {capacity: {trace: 'no.such'}}}}",
        "/profiles/a/up/capacity/trace",
        "nowhere/no.such: found no such file, expected a trace"
      },
      {
        "{a: {up: {capacity: {trace: 'x', loop: 'yes'}}}}",
        "/profiles/a/up/capacity/",
        "nowhere/x: found no such file"
      },
      {
        "{a: {up: {delay: 40}}}",
        "/profiles/a/up/delay",
        "found profiles.a.up.delay: 40, expected a time in us, ms, s, m or h, as in 40ms"
      },
      {
        "{a: {up: {delay: '-40ms'}}}",
        "/profiles/a/up/delay",
        "found profiles.a.up.delay: '-40ms', expected a time"
      },
      {
        "{a: {up: {delay: '70s'}}}",
        "/profiles/a/up/delay",
        "found delay 70s, expected 0ms to 60s (profiles.a.up.delay)"
      },
      {
        "{a: {up: {jitter: 'much'}}}",
        "/profiles/a/up/jitter",
        "found profiles.a.up.jitter: 'much', expected a sigma as in 5ms"
      },
      {
        "{a: {up: {jitter: '21s'}}}",
        "/profiles/a/up/jitter",
        "found jitter sigma 21s, expected 0ms to 20s"
      },
      {
        "{a: {up: {jitter: {pareto: '5ms'}}}}",
        "/profiles/a/up/jitter",
        "found profiles.a.up.jitter: the keys pareto, expected a key 'shape' as well"
      },
      {
        "{a: {up: {jitter: {normal: '5ms', shape: 2}}}}",
        "/profiles/a/up/jitter/shape",
        "found key 'shape' in profiles.a.up.jitter, expected one of normal, cut, reordering"
      },
      {
        "{a: {up: {jitter: {normal: '5ms', cut: '3'}}}}",
        "/profiles/a/up/jitter/cut",
        "found profiles.a.up.jitter.cut: '3', expected a number of sigmas"
      },
      {
        "{a: {up: {loss: 5}}}",
        "/profiles/a/up/loss",
        "found profiles.a.up.loss: 5, expected a percentage as in 5%"
      },
      {
        "{a: {up: {loss: '101%'}}}",
        "/profiles/a/up/loss",
        "found profiles.a.up.loss: '101%', expected a percentage"
      },
      {
        "{a: {up: {loss: {bursts: {rate: '50%', length: 0.5}}}}}",
        "/profiles/a/up/loss/bursts",
        "found mean burst length 0.5, expected 1.0 to 10000.0"
      },
      {
        "{a: {up: {loss: {bursts: {rate: '90%', length: 2}}}}}",
        "/profiles/a/up/loss/bursts",
        "found mean burst length 2.0 at mean loss rate 0.9, expected at least"
      },
      {
        "{a: {up: {loss: {gilbert: {}}}}}",
        "/profiles/a/up/loss",
        "found profiles.a.up.loss: the keys gilbert, expected a percentage"
      },
      {
        "{a: {up: {loss: {periodic: {every: 2, burst: 3}}}}}",
        "/profiles/a/up/loss/periodic",
        "found burst in packets 3, expected 0 to 2"
      },
      {
        "{a: {up: {loss: {packets: [2, 1]}}}}", "/profiles/a/up/loss", "found lost packet 1 after 2"
      },
      {
        "{a: {up: {loss: {packets: [1.5]}}}}",
        "/profiles/a/up/loss/packets/0",
        "found profiles.a.up.loss.packets.0: 1.5, expected a packet's number"
      },
      {
        "{a: {up: {lossPlace: 'behind'}}}",
        "/profiles/a/up/lossPlace",
        "found profiles.a.up.lossPlace: 'behind', expected before or after"
      },
      {
        "{a: {up: {duplicate: 0.1}}}",
        "/profiles/a/up/duplicate",
        "found profiles.a.up.duplicate: 0.1, expected a percentage"
      },
      {
        "{a: {up: {reorder: '5%'}}}",
        "/profiles/a/up/reorder",
        "found profiles.a.up.reorder: '5%', expected {share: 1%, heldBack: 20ms}"
      },
      {
        "{a: {up: {reorder: {share: '1%', heldBack: '11s'}}}}",
        "/profiles/a/up/reorder",
        "found held back 11s, expected 0ms to 10s"
      },
      {
        "{a: {up: {outage: 'no'}}}",
        "/profiles/a/up/outage",
        "found profiles.a.up.outage: 'no', expected true or false"
      },
      {
        "{a: {up: {mtu: 67}}}",
        "/profiles/a/up/mtu",
        "found mtu 67, expected 68 to 65535 (profiles.a.up.mtu)"
      },
      {
        "{a: {up: {mtu: 99999999999}}}",
        "/profiles/a/up/mtu",
        "found profiles.a.up.mtu: 99999999999, expected a whole number of bytes"
      },
      {
        "{a: {up: {overheadBytes: 1001}}}",
        "/profiles/a/up/overheadBytes",
        "found overheadBytes 1001, expected 0 to 1000"
      },
      {
        "{a: {up: {queue: '10'}}}",
        "/profiles/a/up/queue",
        "found profiles.a.up.queue: '10', expected a limit as in 300ms"
      },
      {
        "{a: {up: {queue: '0 packets'}}}",
        "/profiles/a/up/queue",
        "found queue in packets 0, expected 1 to 1000000"
      },
      {
        "{a: {up: {queue: {dropHead: 'codel'}}}}",
        "/profiles/a/up/queue/dropHead",
        "found profiles.a.up.queue.dropHead: 'codel', expected a limit as in 300ms, 100 packets"
      },
      {
        "{a: {up: {queue: {codel: {}}}}}",
        "/profiles/a/up/queue/codel",
        "found profiles.a.up.queue.codel: no keys, expected {target"
      },
      {
        "{a: {schedule: {at: '1s'}}}",
        "/profiles/a/schedule",
        "found profiles.a.schedule: the keys at, expected a list of changes"
      },
      {
        "{a: {schedule: [{at: '1s'}]}}",
        "/profiles/a/schedule/0",
        "found profiles.a.schedule.0: the keys at, expected at least one key of both, up and down"
      },
      {
        "{a: {schedule: [{both: {loss: '5%'}}]}}",
        "/profiles/a/schedule/0",
        "found profiles.a.schedule.0: the keys both, expected one key of at and event"
      },
      {
        "{a: {schedule: [{at: '25h', both: {loss: '5%'}}]}}",
        "/profiles/a/schedule/0/at",
        "found time of a change 90000s, expected 0ms to 86400s"
      },
      {
        "{a: {schedule: [{event: 'a b', both: {loss: '5%'}}]}}",
        "/profiles/a/schedule/0/event",
        "found profiles.a.schedule.0.event: 'a b', expected a word of letters"
      },
      {
        "{a: {schedule: [{at: '1s', both: {mtu: 1200}}]}}",
        "/profiles/a/schedule/0/both/mtu",
        "found key 'mtu' in profiles.a.schedule.0.both, expected one of capacity, delay, jitter, loss, outage, queue"
      },
      {
        "{a: {schedule: [{at: '1s', when: 2, both: {loss: '5%'}}]}}",
        "/profiles/a/schedule/0/when",
        "found key 'when' in profiles.a.schedule.0, expected one of at, event"
      },
    };
  }

  @Test(dataProvider = "mistakes")
  public void saysWhereAndWhatIsWrong(String text, String place, String expected) {
    InvalidSettingException e = expectThrows(InvalidSettingException.class, () -> read(text));

    String said = String.valueOf(e.getMessage());
    assertTrue(said.startsWith(expected), said);
    assertTrue(e.place().toString().startsWith(place), e.place().toString());
    assertEquals(said.lines().count(), 1, said);
  }
}
