package dev.parley.network.model;

import java.time.Duration;

/** What waits for a bottleneck, and what is dropped when it is full; without one it is unused. */
public sealed interface Queue {
  /** The newest is dropped where it would wait longer than 300 ms. */
  Queue DEFAULT = new DropTail(new Limit.Time(Duration.ofMillis(300)));

  /** How much a queue holds. */
  sealed interface Limit {
    /** So many packets, 1 to 1000000. */
    record Packets(int most) implements Limit {
      public Packets {
        Bounds.within("queue in packets", most, 1, 1_000_000);
      }
    }

    /** So many bytes, overhead included, 1500 to 1 GB. */
    record Bytes(long most) implements Limit {
      public Bytes {
        Bounds.within("queue in bytes", most, 1500, 1_000_000_000);
      }
    }

    /** What the bottleneck serves, at its present rate, in this time, 1 ms to 60 s. */
    record Time(Duration most) implements Limit {
      public Time {
        Bounds.within("queue in time", most, Duration.ofMillis(1), Duration.ofSeconds(60));
      }
    }
  }

  /** The newest packet is dropped when the queue is full. */
  record DropTail(Limit limit) implements Queue {}

  /** The oldest packet is dropped when the queue is full. */
  record DropHead(Limit limit) implements Queue {}

  /**
   * CoDel (RFC 8289).
   *
   * @param target acceptable standing delay, 1 ms to 1 s; 5 ms in the RFC
   * @param interval over which it is judged, at least the target, to 10 s; 100 ms in the RFC
   * @param limit beyond which the newest packet is dropped all the same
   */
  record CoDel(Duration target, Duration interval, Limit limit) implements Queue {
    public CoDel {
      Bounds.within("CoDel target", target, Duration.ofMillis(1), Duration.ofSeconds(1));
      Bounds.within("CoDel interval", interval, target, Duration.ofSeconds(10));
    }

    /** With the constants of RFC 8289, section 4.2, and a thousand packets. */
    public static CoDel standard() {
      return new CoDel(Duration.ofMillis(5), Duration.ofMillis(100), new Limit.Packets(1000));
    }
  }
}
