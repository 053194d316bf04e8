package dev.parley.harness.endpoint;

/**
 * The fields of {@code /proc/PID/stat} that are used here (proc(5)).
 *
 * @param state {@code Z} is a process that ended and was not yet waited for
 */
record ProcStat(char state, long parent, long session, long startTicks) {

  /** Reads a line; the command in parentheses may itself hold blanks and parentheses. */
  static ProcStat parse(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1);
    return new ProcStat(
        fields[0].charAt(0),
        Long.parseLong(fields[1]),
        Long.parseLong(fields[3]),
        Long.parseLong(fields[19]));
  }
}
