# shellcheck shell=sh disable=SC2154
# Sourced by ./parley: finds a Java that is new enough.

JAVA_OLDEST=17

# Sets java, java_home, java_version, java_major; prefers JAVA_HOME, then PATH, then known places.
find_java() {
  if [ -n "${JAVA_HOME-}" ] && accept_java "$JAVA_HOME/bin/java"; then return 0; fi
  if has java && accept_java "$(command -v java)"; then return 0; fi
  if [ -x /usr/libexec/java_home ]; then
    known=$(/usr/libexec/java_home -v "$JAVA_OLDEST+" 2>/dev/null)
    if [ -n "$known" ] && accept_java "$known/bin/java"; then return 0; fi
  fi
  for known in "${PARLEY_KNOWN_JAVA:-/usr/lib/jvm}"/*/bin/java; do
    if accept_java "$known"; then return 0; fi
  done
  return 1
}

accept_java() {
  [ -x "$1" ] || return 1
  java=$1
  while [ -h "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=$(dirname -- "$java")/$link ;;
    esac
  done
  java_home=$(CDPATH='' cd -- "${java%/*}/.." 2>/dev/null && pwd -P) || return 1
  read_java_version
  java_major=${java_version%%[!0-9]*}
  [ -n "$java_major" ] && [ "$java_major" -ge "$JAVA_OLDEST" ]
}

# The release file answers without starting a JVM; wrappers such as jenv's have none.
read_java_version() {
  java_version=
  if [ -r "$java_home/release" ]; then
    while IFS='=' read -r key value; do
      if [ "$key" = JAVA_VERSION ]; then
        java_version=${value#\"}
        java_version=${java_version%%\"*}
        return
      fi
    done <"$java_home/release"
  fi
  java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
}

require_java() {
  find_java || die "Found no Java of $JAVA_OLDEST or later. $(java_mend)"
}

# Only a JDK compiles; a mere runtime is enough to run what was built.
require_compiler() {
  [ -x "$java_home/bin/javac" ] \
    || die "Found $java_home without a compiler; building takes a JDK. $(java_mend)"
}

java_mend() {
  if has apt-get && [ "$(id -u)" -eq 0 ]; then
    echo "Run: ./parley setup"
  elif has apt-get; then
    echo "Run: sudo apt-get install openjdk-17-jdk-headless"
  elif has dnf; then
    echo "Run: sudo dnf install java-17-openjdk-devel"
  elif has pacman; then
    echo "Run: sudo pacman -S jdk17-openjdk"
  elif has zypper; then
    echo "Run: sudo zypper install java-17-openjdk-devel"
  elif has apk; then
    echo "Run: apk add openjdk17-jdk"
  elif has brew; then
    echo "Run: brew install openjdk@17"
  else
    echo "Install a JDK of $JAVA_OLDEST or later, such as https://adoptium.net, and set JAVA_HOME."
  fi
}
