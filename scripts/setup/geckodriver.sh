# shellcheck shell=sh disable=SC2154
# Sourced by setup.sh: geckodriver from its sources, where no binary can be downloaded.

GECKODRIVER_VERSION=0.37.1
# What its locked dependencies ask for.
RUST_OLDEST=1.88

build_geckodriver() {
  require_cargo || return
  say "no geckodriver could be downloaded: building $GECKODRIVER_VERSION (two to three minutes)"
  if ! bounded "$setup_log" "building geckodriver" 900 "$cargo" install geckodriver \
    --version "$GECKODRIVER_VERSION" --locked --root "$(driver_cache)"; then
    say "  cargo install geckodriver failed:"
    tail_of_log
  fi
}

# Sets cargo to one that is new enough; says why if there is none.
require_cargo() {
  cargo=$(command -v cargo || command -v "$HOME/.cargo/bin/cargo")
  if [ -z "$cargo" ] && [ "$(id -u)" -eq 0 ] && has apt-get; then
    offered=$(apt-cache policy rustc 2>/dev/null | sed -n 's/ *Candidate: //p')
    if at_least "${offered%%[+~-]*}" "$RUST_OLDEST"; then
      apt_get "installing cargo" 600 install -y --no-install-recommends cargo gcc libc6-dev
      cargo=$(command -v cargo)
    else
      say "  the archive's Rust is ${offered:-absent}; geckodriver takes $RUST_OLDEST or later."
    fi
  fi
  [ -n "$cargo" ] || return 1
  rust=$("$cargo" --version 2>/dev/null | sed 's/^cargo \([0-9.]*\).*/\1/')
  if ! at_least "$rust" "$RUST_OLDEST"; then
    say "  found cargo ${rust:-that does not start}; geckodriver takes $RUST_OLDEST or later."
    return 1
  fi
  has cc && return
  if [ "$(id -u)" -eq 0 ] && has apt-get; then
    apt_get "installing a linker" 600 install -y --no-install-recommends gcc libc6-dev
  fi
  has cc || say "  cargo needs a C compiler to link with (cc), and found none."
  has cc
}

# at_least VERSION OLDEST, by major and minor number
at_least() {
  case $1 in
    [0-9]*.[0-9]*) ;;
    *) return 1 ;;
  esac
  have_minor=${1#*.}
  have_minor=${have_minor%%[!0-9]*}
  want_minor=${2#*.}
  [ "${1%%.*}" -gt "${2%%.*}" ] \
    || { [ "${1%%.*}" -eq "${2%%.*}" ] && [ "$have_minor" -ge "$want_minor" ]; }
}
