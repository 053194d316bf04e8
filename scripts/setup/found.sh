# shellcheck shell=sh disable=SC2154,SC2034
# Sourced by setup.sh: what is there already. Only looks, and quickly.

# Sets system to debian, ubuntu, another Linux distribution's id, macos, or unknown.
detect_system() {
  case $(uname -s) in
    Darwin) system=macos ;;
    Linux)
      # shellcheck source=/dev/null
      system=$(. "${PARLEY_OS_RELEASE:-/etc/os-release}" 2>/dev/null && linux_family "${ID-}" "${ID_LIKE-}")
      ;;
    *) system=unknown ;;
  esac
}

linux_family() {
  case " $1 $2 " in
    *" ubuntu "*) echo ubuntu ;;
    *" debian "*) echo debian ;;
    *) echo "${1:-unknown}" ;;
  esac
}

# Sets missing to the items that are, each with a space before it.
look_around() {
  missing=
  { find_java && [ -x "$java_home/bin/javac" ]; } || missing="$missing java"
  chrome=$(first_browser google-chrome-stable google-chrome chromium chromium-browser \
    /opt/google/chrome/chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome") || missing="$missing chrome"
  firefox=$(first_browser firefox firefox-esr /opt/firefox/firefox \
    /Applications/Firefox.app/Contents/MacOS/firefox) || missing="$missing firefox"
  has_chromedriver || missing="$missing chromedriver"
  has_driver geckodriver || missing="$missing geckodriver"
  [ "$system" = macos ] || has pulseaudio || missing="$missing pulseaudio"
  has turnserver || missing="$missing coturn"
  has janus || missing="$missing janus"
}

# Says the version of the first of these that is a browser, not a stub that starts a snap.
first_browser() {
  for candidate; do
    browser_path=$(command -v "$candidate" 2>/dev/null) || continue
    is_snap "$browser_path" && continue
    browser_version=$("$browser_path" --version 2>/dev/null | head -n 1)
    [ -n "$browser_version" ] || continue
    echo "$browser_version" | sed 's/ *$//'
    return 0
  done
  return 1
}

is_snap() {
  case $(readlink "$1" 2>/dev/null) in
    /snap/* | */bin/snap) return 0 ;;
  esac
  case $1 in
    /snap/*) return 0 ;;
  esac
  head -c 8192 "$1" 2>/dev/null | LC_ALL=C grep -q -e '/snap/bin/' -e 'snap install'
}

driver_cache() {
  echo "${XDG_CACHE_HOME:-$HOME/.cache}/parley/drivers"
}

# Says where a driver lies: on PATH, in cargo's folder, in Parley's or Selenium's cache.
driver_path() {
  command -v "$1" 2>/dev/null && return
  for place in "$HOME/.cargo/bin/$1" "/usr/lib/chromium/$1" "$(driver_cache)/bin/$1"; do
    if [ -x "$place" ]; then
      echo "$place"
      return
    fi
  done
  found=$(find "$(driver_cache)" "${XDG_CACHE_HOME:-$HOME/.cache}/selenium/$1" \
    -name "$1" -type f 2>/dev/null | LC_ALL=C sort -r | head -n 1)
  [ -n "$found" ] && echo "$found"
}

has_driver() {
  found_driver=$(driver_path "$1") && [ -n "$("$found_driver" --version 2>/dev/null)" ]
}

# ChromeDriver drives its own major version only.
has_chromedriver() {
  has_driver chromedriver || return 1
  [ -n "$chrome" ] || return 0
  [ "$(major "$chrome")" = "$(major "$("$found_driver" --version 2>/dev/null)")" ]
}

major() {
  echo "$1" | sed 's/^[^0-9]*\([0-9]*\).*/\1/'
}
