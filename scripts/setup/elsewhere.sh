# shellcheck shell=sh disable=SC2154
# Sourced by setup.sh: the command that mends what is missing and was not, or could not be, installed.

mend_for() {
  case $system in
    debian | ubuntu) debian_mend "$1" ;;
    macos) macos_mend "$1" ;;
    fedora | rhel | centos | rocky | almalinux) fedora_mend "$1" ;;
    arch | manjaro) arch_mend "$1" ;;
    opensuse* | sles) suse_mend "$1" ;;
    alpine) alpine_mend "$1" ;;
    *) other_mend "$1" ;;
  esac
}

debian_mend() {
  case $system:$1 in
    *:java | *:pulseaudio | debian:chrome | debian:firefox)
      echo "sudo apt-get install --no-install-recommends $(packages_for "$1")"
      ;;
    *:coturn | *:janus) echo "sudo ./parley setup, which installs its package and leaves its service off" ;;
    debian:chromedriver)
      case $chrome in
        Google*) echo "the ChromeDriver of $chrome, from https://googlechromelabs.github.io/chrome-for-testing/, on PATH" ;;
        *) echo "sudo apt-get install --no-install-recommends chromium chromium-driver" ;;
      esac
      ;;
    ubuntu:chrome)
      echo "sudo ./parley setup, or a .deb from https://www.google.com/chrome/ (the archive's chromium is a snap)"
      ;;
    ubuntu:firefox)
      echo "sudo ./parley setup, or https://support.mozilla.org/kb/install-firefox-linux (the archive's firefox is a snap)"
      ;;
    *) other_mend "$1" ;;
  esac
}

macos_mend() {
  case $1 in
    java) echo "brew install openjdk@17" ;;
    chrome) echo "brew install --cask google-chrome" ;;
    firefox) echo "brew install --cask firefox" ;;
    chromedriver) echo "brew install --cask chromedriver" ;;
    geckodriver | coturn) echo "brew install $1" ;;
    *) other_mend "$1" ;;
  esac
}

fedora_mend() {
  case $1 in
    java) echo "sudo dnf install java-21-openjdk-devel" ;;
    chrome | chromedriver) echo "sudo dnf install chromium chromedriver" ;;
    firefox) echo "sudo dnf install firefox" ;;
    pulseaudio | coturn) echo "sudo dnf install $1" ;;
    *) other_mend "$1" ;;
  esac
}

arch_mend() {
  case $1 in
    java) echo "sudo pacman -S jdk17-openjdk" ;;
    chrome | chromedriver) echo "sudo pacman -S chromium" ;;
    firefox | geckodriver | pulseaudio | coturn) echo "sudo pacman -S $1" ;;
    *) other_mend "$1" ;;
  esac
}

suse_mend() {
  case $1 in
    java) echo "sudo zypper install java-17-openjdk-devel" ;;
    chrome | chromedriver) echo "sudo zypper install chromium chromedriver" ;;
    firefox) echo "sudo zypper install MozillaFirefox" ;;
    pulseaudio | coturn) echo "sudo zypper install $1" ;;
    *) other_mend "$1" ;;
  esac
}

alpine_mend() {
  case $1 in
    java) echo "apk add openjdk17-jdk" ;;
    chrome | chromedriver) echo "apk add chromium chromium-chromedriver" ;;
    firefox) echo "apk add firefox-esr" ;;
    geckodriver | pulseaudio | coturn) echo "apk add $1" ;;
    *) other_mend "$1" ;;
  esac
}

other_mend() {
  case $1 in
    java) java_mend ;;
    chrome) echo "install Google Chrome (https://www.google.com/chrome/) or Chromium, on PATH" ;;
    chromedriver)
      echo "the ChromeDriver of Chrome's major version, from https://googlechromelabs.github.io/chrome-for-testing/, on PATH"
      ;;
    firefox) echo "install Firefox (https://www.mozilla.org/firefox/), on PATH" ;;
    geckodriver)
      echo "a binary of https://github.com/mozilla/geckodriver/releases on PATH, or Rust $RUST_OLDEST or later" \
        "(curl https://sh.rustup.rs -sSf | sh -s -- -y --profile minimal) and ./parley setup again"
      ;;
    pulseaudio) echo "install the pulseaudio daemon, on PATH" ;;
    coturn) echo "install coturn (https://github.com/coturn/coturn), its turnserver on PATH" ;;
    janus) echo "build Janus (https://janus.conf.meetecho.com/), its janus on PATH" ;;
  esac
}
