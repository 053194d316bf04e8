# shellcheck shell=sh disable=SC2154
# Sourced by ./parley: the built distribution below .parley/dist, one folder per state of the sources.

# Sets dist to the distribution of the sources as they are, building it where there is none.
ensure_distribution() {
  source_hash=$(hash_sources)
  dist=$state/dist/$source_hash
  [ -f "$dist/lib/parley.jar" ] || build_distribution
  ensure_archive
}

# By content, not by time: going back to an earlier state finds its distribution again.
hash_sources() {
  (
    cd "$home" || exit
    find pom.xml .mvn ./*/pom.xml ./*/src/main docs/schemas scripts/launcher/build.sh \
      -type f ! -name '.*' ! -name '*~' -exec cksum {} + 2>/dev/null \
      | LC_ALL=C sort | cksum | tr -s ' \t' '--'
  )
}

build_distribution() {
  require_compiler
  mkdir -p "$state/dist" 2>/dev/null || die "Cannot write to $state, where Parley keeps its builds."
  take_build_lock
  # Sources may have changed while another build was awaited, or change while this one runs.
  build_attempts=0
  source_hash=$(hash_sources)
  until [ -f "$state/dist/$source_hash/lib/parley.jar" ]; do
    build_attempts=$((build_attempts + 1))
    [ "$build_attempts" -le 3 ] || die "The sources kept changing while Parley was being built."
    build_once
    source_hash=$(hash_sources)
  done
  dist=$state/dist/$source_hash
  prune_distributions
  release_build_lock
}

build_once() {
  build_log=$state/build.log
  say "building Parley (first run or sources changed)…"
  : >"$build_log"
  rm -rf "$state"/dist/*.tmp "$home/scenarios/target/launcher/dist"
  with_progress "$build_log" "building" \
    "$home/scripts/launcher/maven.sh" "$java_home" \
    -q -Plauncher -Dmaven.test.skip=true -pl scenarios -am package || build_failed
  cp -R "$home/scenarios/target/launcher/dist" "$state/dist/$source_hash.tmp" || build_failed
  mv "$state/dist/$source_hash.tmp" "$state/dist/$source_hash" || build_failed
}

build_failed() {
  release_build_lock
  say "Building Parley failed. The end of $build_log:"
  tail -n 25 "$build_log" | sed 's/^/  /' >&2
  exit "$NO_VERDICT"
}

# Keeps the two used last, and any that a process still runs from.
prune_distributions() {
  # shellcheck disable=SC2012 # names are made of digits and hyphens
  ls -1t "$state/dist" | tail -n +3 | while read -r old; do
    in_use "$state/dist/$old" || rm -rf "${state:?}/dist/$old"
  done
}

in_use() {
  for marker in "$1"/used.*; do
    if [ -e "$marker" ] && kill -0 "${marker##*.}" 2>/dev/null; then return 0; fi
  done
  return 1
}

# Two starts at once build once. flock frees itself however its holder ends; where there is none
# (macOS), a symbolic link that names its holder does, and a dead holder's link is taken away.
take_build_lock() {
  lock=$state/build.lock
  lock_limit=900
  if has flock; then
    exec 9>"$lock.flock"
    flock -n 9 && return
    say "another Parley is being built here; waiting for it…"
    flock -w "$lock_limit" 9 || die "Waited $lock_limit s for the build that holds $lock.flock."
    return
  fi
  lock_start=$(now)
  until ln -s "$$" "$lock" 2>/dev/null; do
    holder=$(readlink "$lock" 2>/dev/null) || continue
    if ! kill -0 "$holder" 2>/dev/null; then
      [ "$(readlink "$lock" 2>/dev/null)" != "$holder" ] || rm -f "$lock"
      continue
    fi
    [ -n "${lock_told-}" ] || say "another Parley is being built here (process $holder); waiting…"
    lock_told=yes
    [ $(($(now) - lock_start)) -le "$lock_limit" ] \
      || die "Waited $lock_limit s for process $holder, which holds $lock."
    sleep 1
  done
  trap 'rm -f "$lock"' EXIT
}

release_build_lock() {
  if has flock; then
    exec 9>&-
  else
    rm -f "$lock"
    trap - EXIT
  fi
}

# A class archive halves the start; it fits one JVM only, so each has its own. None is no harm.
ensure_archive() {
  archive=$dist/classes-$(jvm_key).jsa
  [ ! -f "$archive" ] || return 0
  say "preparing a faster start for Java $java_version (once)…"
  archive_new=$archive.$$
  "$java" -XX:ArchiveClassesAtExit="$archive_new" -XX:+UseSerialGC \
    -Xlog:disable -cp "$dist/lib/parley.jar" dev.parley.harness.cli.ClassPrimer \
    >"$state/archive.log" 2>&1 </dev/null || rm -f "$archive_new"
  # An empty file is remembered as "does not work with this JVM".
  [ -f "$archive_new" ] || : >"$archive_new"
  mv "$archive_new" "$archive"
}

jvm_key() {
  { echo "$java $dist"; cat "$java_home/release" 2>/dev/null || echo "$java_version"; } \
    | cksum | tr -s ' \t' '--'
}

# Runs the command line in the distribution and ends with its mapped exit status.
run_parley() {
  : >"$dist/used.$$"
  start_parley "$@"
  rm -f "$dist/used.$$"
  exit_mapped
}

start_parley() {
  set -- -jar "$dist/lib/parley.jar" "$@"
  [ ! -s "$archive" ] || set -- -XX:SharedArchiveFile="$archive" "$@"
  # Runs are short, and a second compiler would compete with the browsers; `bench` measures it.
  case " $* " in
    *" bench "*) ;;
    *) set -- -XX:TieredStopAtLevel=1 "$@" ;;
  esac
  # From 24 on Java warns of what Guava and JNA do; earlier ones do not know the flag.
  [ "$java_major" -lt 24 ] || set -- --sun-misc-unsafe-memory-access=allow "$@"
  # shellcheck disable=SC2086 # several flags in one variable
  run_child "$java" -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Xshare:auto \
    -Xlog:disable -Xlog:all=error:stderr "-Dparley.home=$home" ${PARLEY_JAVA_OPTS-} "$@"
}
