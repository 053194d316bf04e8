# shellcheck shell=sh disable=SC2154
# Sourced by ./parley: sets the machine up, then builds everything and runs every test.

# The longest it may take in all, in seconds.
VERIFY_LIMIT=3000

verify_all() {
  verify_start=$(now)
  setup_machine || exit
  check_shell_style
  rm -rf "$home"/*/target/surefire-reports "$home"/*/target/browser-reports
  say "building and testing everything, with $(available_browsers)"
  run_child at_most $((VERIFY_LIMIT - ($(now) - verify_start))) \
    "$home/scripts/launcher/maven.sh" "$java_home" -Dparley.browsers.required=true \
    -Dorg.slf4j.simpleLogger.showDateTime=true -Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss \
    --fail-at-end verify
  [ -z "$caught" ] || exit_caught
  conclude_verification
}

available_browsers() {
  echo "$chrome and $firefox on Java $java_version"
}

# Only for the background, where it becomes the command.
at_most() {
  seconds=$1
  shift
  if has timeout; then
    exec timeout -k 20 "$seconds" "$@"
  fi
  exec "$@"
}

check_shell_style() {
  has shellcheck || return 0
  shellcheck -S warning -x "$home/parley" "$home"/scripts/*.sh "$home"/scripts/*/*.sh "$home/.ci/run" \
    || die "shellcheck found fault with the shell scripts."
}

# Ends with 0, or with 3: a fault in Parley is no verdict on anybody's product.
conclude_verification() {
  case $child_status in
    0) ;;
    124 | 137) say "Not done within $VERIFY_LIMIT s." ;;
    *) say "Maven ended with status $child_status." ;;
  esac
  say "took $(($(now) - verify_start)) s"
  name_failures
  count_tests
  echo "$skipped skipped"
  echo "$passed passed, $failed failed"
  if [ "$child_status" -ne 0 ] || [ "$failed" -ne 0 ] || [ "$passed" -eq 0 ]; then
    exit "$NO_VERDICT"
  fi
}

# The name of each failed test and the first line of its message: last, where nothing hides it.
name_failures() {
  find "$home"/*/target/surefire-reports "$home"/*/target/browser-reports -maxdepth 1 \
    -name 'TEST-*.xml' -exec awk '
      /<testcase / { name = $0; sub(/.*<testcase /, "", name); sub(/ time=.*/, "", name) }
      /<(failure|error)[ >]/ { line = $0; sub(/^ */, "", line); print "FAILED " name; print "  " substr(line, 1, 400) }
    ' {} \; 2>/dev/null
}

# Sets passed, failed and skipped from the reports that Surefire left.
count_tests() {
  counts=$(
    find "$home"/*/target/surefire-reports "$home"/*/target/browser-reports -maxdepth 1 \
      -name 'TEST-*.xml' -exec sed -n '/<testsuite /{p;q;}' {} \; 2>/dev/null \
      | awk '
        function of(name) {
          return match($0, " " name "=\"[0-9]+\"") \
            ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
        }
        { tests += of("tests"); bad += of("failures") + of("errors"); skipped += of("skipped") }
        END { print tests - bad - skipped, bad + 0, skipped + 0 }'
  )
  passed=${counts%% *}
  skipped=${counts##* }
  failed=${counts#* }
  failed=${failed% *}
}
