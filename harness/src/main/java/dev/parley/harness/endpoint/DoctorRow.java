package dev.parley.harness.endpoint;

/**
 * One thing that was examined.
 *
 * @param subject an endpoint's alias, or {@code machine}
 * @param name what was looked at, as in {@code driver}
 * @param detail what was found
 * @param mend the command or step that mends it; empty where there is nothing to mend
 */
public record DoctorRow(String subject, String name, Status status, String detail, String mend) {

  /** How it stands. */
  public enum Status {
    /** As it should be. */
    OK,
    /** Calls are possible, with less. */
    WARN,
    /** No call is possible with this. */
    FAIL
  }

  static DoctorRow ok(String subject, String name, String detail) {
    return new DoctorRow(subject, name, Status.OK, detail, "");
  }

  static DoctorRow warn(String subject, String name, String detail, String mend) {
    return new DoctorRow(subject, name, Status.WARN, detail, mend);
  }

  static DoctorRow fail(String subject, String name, String detail, String mend) {
    return new DoctorRow(subject, name, Status.FAIL, detail, mend);
  }
}
