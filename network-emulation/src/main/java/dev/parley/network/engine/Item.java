package dev.parley.network.engine;

/** A packet on its way over one direction of a link. */
final class Item<P> {
  final P packet;
  final long number;
  final int bytes;
  final int weight;
  final long arrivalNanos;

  boolean lostAfterwards;
  long flippedBit = -1;
  long queuedBytes;
  long leftBottleneckNanos;
  long dueNanos;
  long order;

  Item(P packet, long number, int bytes, int weight, long arrivalNanos) {
    this.packet = packet;
    this.number = number;
    this.bytes = bytes;
    this.weight = weight;
    this.arrivalNanos = arrivalNanos;
    this.leftBottleneckNanos = arrivalNanos;
  }

  PacketSink.Passage<P> passage(int copy) {
    return new PacketSink.Passage<>(
        packet,
        number,
        bytes,
        arrivalNanos,
        queuedBytes,
        leftBottleneckNanos - arrivalNanos,
        copy,
        flippedBit);
  }
}
