# shellcheck shell=sh disable=SC2154
# Sourced by setup.sh: packages on Debian and Ubuntu, as root. Servers have a file of their own.

# How long another apt at work on this machine is waited for, in seconds.
APT_PATIENCE=300

install_by_apt() {
  DEBIAN_FRONTEND=noninteractive
  export DEBIAN_FRONTEND
  apt_get "reading the package lists" 300 update \
    || say "  apt-get update failed in part; going on with the lists that there are."
  [ "$system" != ubuntu ] || add_vendor_archives
  packages=$(wanted_packages)
  [ -n "$packages" ] || return 0
  say "installing:$packages"
  # shellcheck disable=SC2086 # a list of packages
  if ! apt_get "installing" 900 install -y --no-install-recommends $packages; then
    say "  apt-get install failed:"
    tail_of_log
  fi
}

# The packages for what is missing, as far as the archives have them; with the certificates that
# downloads want.
wanted_packages() {
  wanted=
  for item in $missing; do
    is_server "$item" || wanted="${wanted:-ca-certificates} $(packages_for "$item")"
  done
  available=
  for package in $wanted; do
    if is_available "$package"; then
      available="$available $package"
    else
      say "  no package '$package' in the archives of this machine"
    fi
  done
  echo "$available"
}

packages_for() {
  case $system:$1 in
    *:java) first_available openjdk-17-jdk-headless openjdk-21-jdk-headless default-jdk-headless ;;
    debian:chrome) echo "chromium chromium-driver" ;;
    # A Chrome that is not the archive's gets its driver downloaded.
    debian:chromedriver) case $chrome in Chromium*) echo "chromium chromium-driver" ;; esac ;;
    debian:firefox) echo "firefox-esr" ;;
    ubuntu:chrome) echo "google-chrome-stable" ;;
    ubuntu:firefox) echo "firefox" ;;
    *:pulseaudio) echo "pulseaudio" ;;
  esac
}

first_available() {
  for package; do
    if is_available "$package"; then
      echo "$package"
      return
    fi
  done
  echo "$1"
}

is_available() {
  apt-cache policy "$1" 2>/dev/null | grep 'Candidate:' | grep -qv '(none)'
}

# apt_get WHAT SECONDS ARGUMENT...; waits while another apt holds the locks.
apt_get() {
  apt_what=$1
  apt_limit=$2
  shift 2
  apt_start=$(now)
  while :; do
    apt_log=$state/apt.log
    : >"$apt_log"
    bounded "$apt_log" "$apt_what" "$apt_limit" apt-get -q -o Dpkg::Use-Pty=0 "$@"
    apt_status=$?
    cat "$apt_log" >>"$setup_log"
    [ "$apt_status" -ne 0 ] || return 0
    grep -q -e 'Could not get lock' -e 'Unable to lock' -e 'Unable to acquire' "$apt_log" \
      || return "$apt_status"
    apt_waited=$(($(now) - apt_start))
    if [ "$apt_waited" -ge "$APT_PATIENCE" ]; then
      say "  another apt was at work for $apt_waited s; giving up."
      return "$apt_status"
    fi
    say "  another apt is at work on this machine; waiting ($apt_waited s of $APT_PATIENCE s)"
    sleep 5
  done
}

# Ubuntu's own chromium and firefox packages only start snaps, which cannot be driven reliably.
add_vendor_archives() {
  has curl || has wget || apt_get "installing curl" 300 install -y --no-install-recommends \
    ca-certificates curl
  mkdir -p /etc/apt/keyrings
  added=
  ! is_missing chrome || add_google_archive
  ! is_missing firefox || add_mozilla_archive
  [ -z "$added" ] || apt_get "reading the vendors' package lists" 300 update
}

add_google_archive() {
  if [ "$(dpkg --print-architecture)" != amd64 ]; then
    say "  Google's archive has Chrome for amd64 only; this machine goes without."
    return
  fi
  add_archive google-chrome https://dl.google.com/linux/linux_signing_key.pub \
    "[arch=amd64 signed-by=/etc/apt/keyrings/google-chrome.asc] https://dl.google.com/linux/chrome/deb/ stable main"
}

add_mozilla_archive() {
  add_archive mozilla https://packages.mozilla.org/apt/repo-signing-key.gpg \
    "[signed-by=/etc/apt/keyrings/mozilla.asc] https://packages.mozilla.org/apt mozilla main"
  # Above Ubuntu's own, whose version number has an epoch and would win.
  printf 'Package: firefox*\nPin: origin packages.mozilla.org\nPin-Priority: 1000\n' \
    >/etc/apt/preferences.d/mozilla
}

# add_archive NAME KEY-URL LINE
add_archive() {
  if ! fetch "$2" "/etc/apt/keyrings/$1.asc"; then
    say "  cannot fetch $2; see $setup_log"
    return
  fi
  echo "deb $3" >"/etc/apt/sources.list.d/$1.list"
  added=yes
}

fetch() {
  if has curl; then
    with_progress "$setup_log" "fetching $1" curl -fsSL --max-time 60 -o "$2" "$1"
  else
    with_progress "$setup_log" "fetching $1" wget -q --timeout=60 --tries=2 -O "$2" "$1"
  fi
}
