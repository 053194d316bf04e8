# shellcheck shell=sh disable=SC2154
# Sourced by ./parley: makes this machine able to run Parley. What is there is left alone; the
# second run only looks.

# shellcheck source=scripts/setup/found.sh
. "$home/scripts/setup/found.sh"
# shellcheck source=scripts/setup/apt.sh
. "$home/scripts/setup/apt.sh"
# shellcheck source=scripts/setup/geckodriver.sh
. "$home/scripts/setup/geckodriver.sh"
# shellcheck source=scripts/setup/servers.sh
. "$home/scripts/setup/servers.sh"
# shellcheck source=scripts/setup/elsewhere.sh
. "$home/scripts/setup/elsewhere.sh"

# Returns 0 when everything is there, 3 after saying what is missing and what mends it.
setup_machine() {
  setup_start=$(now)
  setup_log=$state/setup.log
  mkdir -p "$state" 2>/dev/null || die "Cannot write to $state, where Parley keeps its logs."
  : >"$setup_log"
  detect_system
  look_around
  if [ -z "$missing" ]; then
    say "Everything is there: $(what_is_there)."
    return 0
  fi
  say "Missing here:$missing"
  install_packages
  look_around
  install_drivers
  look_around
  conclude
}

conclude() {
  if [ -n "$missing" ]; then
    say "Still missing:$missing"
    for item in $missing; do
      say "  $item: $(mend_for "$item")"
    done
  fi
  for item in $missing; do
    if ! is_optional "$item"; then
      say "What was done is in $setup_log. Then run ./parley setup again."
      return "$NO_VERDICT"
    fi
  done
  say "Set up in $(($(now) - setup_start)) s: $(what_is_there)."
  for item in $missing; do
    say "Parley runs without $item: $(done_without "$item")."
  done
}

is_optional() {
  [ -n "$(done_without "$1")" ]
}

# What becomes of calls without an item; nothing if there can be none.
done_without() {
  case $1 in
    pulseaudio) echo "Firefox then sends its own fake microphone" ;;
    coturn | janus) echo "tests and scenarios with that server are left out" ;;
  esac
}

what_is_there() {
  echo "Java $java_version, $chrome, $firefox and their drivers"
}

install_packages() {
  case $system in
    debian | ubuntu)
      if [ "$(id -u)" -eq 0 ]; then
        install_by_apt
        install_servers
      else
        say "Not root: nothing is installed by apt-get."
      fi
      ;;
    *) say "Parley installs packages on Debian and Ubuntu only; here it says what to install." ;;
  esac
}

# Drivers that fit the browsers found are Java's work; where it can download none, cargo builds one.
install_drivers() {
  is_missing geckodriver || is_missing chromedriver || return 0
  ! is_missing java || return 0
  ! is_missing firefox || ! is_missing chrome || return 0
  find_java
  if [ -x "$java_home/bin/javac" ]; then
    ensure_distribution
    say "looking for drivers to download…"
    # shellcheck disable=SC2046 # several options
    start_parley setup $(wanted_drivers)
    [ -z "$caught" ] || exit_caught
    look_around
  fi
  if is_missing geckodriver && ! is_missing firefox; then
    build_geckodriver
  fi
}

wanted_drivers() {
  ! is_missing chromedriver || is_missing chrome || echo "--driver chrome=$(number "$chrome")"
  ! is_missing geckodriver || is_missing firefox || echo "--driver firefox=$(number "$firefox")"
}

# The first version number in a line.
number() {
  echo "$1" | sed 's/^[^0-9]*\([0-9][0-9.]*\).*/\1/'
}

is_missing() {
  case " $missing " in
    *" $1 "*) return 0 ;;
    *) return 1 ;;
  esac
}

# Runs a command for at most so many seconds, where the machine can do that.
# bounded LOG WHAT SECONDS COMMAND...
bounded() {
  bounded_log=$1
  bounded_what=$2
  bounded_limit=$3
  shift 3
  if has timeout; then
    set -- timeout -k 10 "$bounded_limit" "$@"
  fi
  with_progress "$bounded_log" "$bounded_what" "$@"
}

tail_of_log() {
  tail -n 8 "$setup_log" | sed 's/^/    /' >&2
}
