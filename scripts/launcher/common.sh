# shellcheck shell=sh disable=SC2154
# Sourced by ./parley: words for people, and small questions about this machine.

# Exit status 3: no verdict, because something around the product failed.
NO_VERDICT=3

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "$@"
  exit "$NO_VERDICT"
}

has() {
  command -v "$1" >/dev/null 2>&1
}

now() {
  date +%s
}

# Whether `run` was asked to set the machine up first; what follows `--` is no option.
wants_setup() {
  for argument; do
    case $argument in
      --) return 1 ;;
      --setup) return 0 ;;
    esac
  done
  return 1
}

# Runs a command with its output in a log, and says every ten seconds what it is at. Ends the
# launcher if it was interrupted meanwhile.
# with_progress LOG WHAT COMMAND...
with_progress() {
  progress_log=$1
  progress_what=$2
  shift 2
  progress_start=$(now)
  tick "$progress_log" "$progress_what" &
  progress_ticker=$!
  run_child logged "$progress_log" "$@"
  kill "$progress_ticker" 2>/dev/null
  wait "$progress_ticker" 2>/dev/null
  [ -z "$caught" ] || exit_caught
  if [ "$child_status" -eq 0 ]; then
    say "  $progress_what: done in $(($(now) - progress_start)) s"
  fi
  return "$child_status"
}

# Only for the background, where it becomes the command.
logged() {
  log=$1
  shift
  # The build lock (9) is not for children to keep.
  exec "$@" >>"$log" 2>&1 </dev/null 9>&-
}

tick() {
  tick_pause=
  trap 'kill $tick_pause 2>/dev/null; exit 0' TERM
  tick_seconds=0
  # $$ is the launcher, which may be killed without a chance to end this.
  while kill -0 "$$" 2>/dev/null; do
    sleep 10 >/dev/null 2>&1 9>&- &
    tick_pause=$!
    wait "$tick_pause"
    tick_seconds=$((tick_seconds + 10))
    tick_last=$(grep -v "^WARNING" "$1" 2>/dev/null | tail -n 1 | tr '\r' '\n' | tail -n 1 | cut -c 1-90)
    say "  $2: $tick_seconds s${tick_last:+, $tick_last}"
  done
}
