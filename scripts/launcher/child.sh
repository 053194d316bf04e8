# shellcheck shell=sh disable=SC2154
# Sourced by ./parley: runs a child to its end, hands signals on, and maps the exit status.

# The status by which the Java side says: the product failed, or a gate was breached.
# The JVM itself ends with 1 on an unknown flag or an uncaught exception, so 1 tells nothing.
PRODUCT_FAILED=41

caught=
caught_times=0
child=

# Runs a command and leaves its exit status in child_status. INT, TERM and HUP are handed on as
# TERM, because a shell without job control starts its background children with INT ignored.
run_child() {
  trap 'pass_on INT' INT
  trap 'pass_on TERM' TERM
  trap 'pass_on HUP' HUP
  exec 3<&0
  "$@" <&3 3<&- &
  child=$!
  exec 3<&-
  [ -z "$caught" ] || kill -TERM "$child" 2>/dev/null
  await_child
  trap - INT TERM HUP
}

pass_on() {
  caught=$1
  caught_times=$((caught_times + 1))
  signal=TERM
  # Someone who asks a fifth time means it.
  [ "$caught_times" -lt 5 ] || signal=KILL
  [ -z "$child" ] || kill "-$signal" "$child" 2>/dev/null
}

# A trapped signal ends `wait` early: wait again until it was the child that ended it.
await_child() {
  child_status=
  while :; do
    before=$caught_times
    wait "$child"
    waited=$?
    # 127: the earlier wait had already had the child's own status.
    if [ -z "$child_status" ] || [ "$waited" -ne 127 ]; then
      child_status=$waited
    fi
    [ "$caught_times" -ne "$before" ] || break
  done
}

exit_caught() {
  case $caught in
    HUP) exit 129 ;;
    INT) exit 130 ;;
    *) exit 143 ;;
  esac
}

# Ends the launcher with the status that stands for what the child ended with.
exit_mapped() {
  if [ -n "$caught" ] && [ "$child_status" -ge 128 ]; then
    exit_caught
  fi
  case $child_status in
    0 | 2 | "$NO_VERDICT" | 130 | 143) exit "$child_status" ;;
    "$PRODUCT_FAILED") exit 1 ;;
    *)
      say "Parley ended unexpectedly (status $child_status of $java); that is no verdict."
      exit "$NO_VERDICT"
      ;;
  esac
}
