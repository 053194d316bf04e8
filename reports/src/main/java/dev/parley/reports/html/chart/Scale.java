package dev.parley.reports.html.chart;

/** Maps a range of values to a range of coordinates. */
record Scale(double from, double to, double start, double end) {

  double at(double value) {
    return start + (value - from) / (to - from) * (end - start);
  }

  /** The coordinate, kept within the range. */
  double within(double value) {
    return at(Math.max(from, Math.min(to, value)));
  }
}
