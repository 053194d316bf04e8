package dev.parley.network.trace;

/** Makes the opportunities of a trace, from one seed always the same. */
sealed interface TraceModel permits CellularWalk, WifiBursts {
  /** Writes the opportunities of so many milliseconds. */
  void write(Draw draw, int lengthMillis, Opportunities out);
}
