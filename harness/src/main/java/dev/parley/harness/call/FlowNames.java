package dev.parley.harness.call;

import java.util.List;
import java.util.stream.IntStream;

/** How pages name their connections where there are several to one peer. */
final class FlowNames {
  private FlowNames() {}

  /** The name of one of them, from 1 on, as in {@code answerer#2}; the first has the peer's own. */
  static String of(String peer, int flow) {
    return flow == 1 ? peer : peer + "#" + flow;
  }

  /** The names of so many. */
  static List<String> all(String peer, int flows) {
    return IntStream.rangeClosed(1, flows).mapToObj(flow -> of(peer, flow)).toList();
  }
}
