# shellcheck shell=sh disable=SC2154
# Sourced by setup.sh: coturn and Janus, which tests with servers start for themselves. Their
# packages come with a service for the whole machine; it neither starts now nor at the next boot.

POLICY=${PARLEY_SETUP_POLICY:-/usr/sbin/policy-rc.d}
POLICY_MARK='# Written by ./parley setup, which removes it again.'

is_server() {
  [ "$1" = coturn ] || [ "$1" = janus ]
}

install_servers() {
  servers=
  for item in $missing; do
    if is_server "$item"; then
      if is_available "$item"; then
        servers="$servers $item"
      else
        say "  no package '$item' in the archives of this machine"
      fi
    fi
  done
  [ -n "$servers" ] || return 0
  say "installing, without starting them:$servers"
  forbid_services
  # shellcheck disable=SC2086 # a list of packages
  apt_get "installing servers" 600 install -y --no-install-recommends $servers
  servers_status=$?
  allow_services
  if [ "$servers_status" -ne 0 ]; then
    say "  apt-get install failed:"
    tail_of_log
  fi
  for item in $servers; do
    leave_off "$item"
  done
}

# A policy of the machine's own is left alone: what it lets start is stopped afterwards.
forbid_services() {
  forget_policy
  [ ! -e "$POLICY" ] || return 0
  trap forget_policy EXIT
  printf '#!/bin/sh\n%s\nexit 101\n' "$POLICY_MARK" >"$POLICY" && chmod 755 "$POLICY"
}

allow_services() {
  forget_policy
  trap - EXIT
}

forget_policy() {
  ! grep -q -s -x -F "$POLICY_MARK" "$POLICY" || rm -f "$POLICY"
}

leave_off() {
  [ -e "/etc/init.d/$1" ] || return 0
  update-rc.d "$1" disable >>"$setup_log" 2>&1
  invoke-rc.d "$1" stop >>"$setup_log" 2>&1
}
