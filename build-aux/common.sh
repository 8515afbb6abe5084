# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What build-aux/run and build-aux/test share: installing packages, quoting a failed command's log.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$top/_build/logs

# The packages are Debian's, so Debian's programs come first: another python3 has no gi.
export PATH="/usr/sbin:/usr/bin:/sbin:/bin:$PATH"

die ()
{
  printf '%s\n' "$@" >&2
  exit 1
}

# quote LOG: its last lines, indented.
quote ()
{
  tail -n "${QUOTE_LINES:-40}" "$1" | sed 's/^/    /'
}

# logged NAME COMMAND…: quiet when it goes well; when not, the end of what it said.
logged ()
{
  local log=$logs/$1.log
  shift
  if ! "$@" >"$log" 2>&1 </dev/null; then
    printf 'This failed: %.300s\n' "$*" >&2
    quote "$log" >&2
    printf 'The whole of it is in %s\n' "$log" >&2
    return 1
  fi
}

# packages_of SECTION…: the names in these sections of build-aux/packages.
packages_of ()
{
  awk -v wanted=" $* " '
    { sub(/[ \t]*#.*/, "") }
    /^\[.*\]$/ { here = index (wanted, " " substr ($0, 2, length ($0) - 2) " "); next }
    NF && here { print $1 }' "$top/build-aux/packages"
}

# missing_of SECTION…: those of them that are not installed.
missing_of ()
{
  local packages
  packages=$(packages_of "$@")
  # dpkg-query fails when it does not know a name, and still answers for the others.
  # shellcheck disable=SC2086
  { dpkg-query -W -f='${Package} ${db:Status-Status}\n' $packages 2>/dev/null; printf '%s\n' "$packages"; } |
    awk '$2 == "installed" { have[$1]; next } NF == 1 && !($1 in have)'
}

# install_packages SECTION…: installs what is missing, as root or through sudo, asking nothing.
install_packages ()
{
  local missing sudo=()
  command -v dpkg-query >/dev/null ||
    die "This needs Debian 12 or a relative of it: dpkg-query is not here." \
        "On another system, install what build-aux/packages names and use meson and ninja."
  missing=$(missing_of "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0

  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
      die "These packages are missing: $missing" \
          "Installing them needs root, and sudo is not here or wants a password." \
          "Run \"sudo -v\" first, or as root: apt-get install --no-install-recommends $missing"
    fi
    sudo=(sudo -n)
  fi
  printf 'Installing %s packages: %s\n' "$(wc -w <<<"$missing")" "$missing"
  # A list that could not be fetched matters only if the packages cannot be either.
  QUOTE_LINES=10 apt_get update || printf 'Going on with the package lists that are here.\n' >&2
  # shellcheck disable=SC2086
  if ! QUOTE_LINES=10 apt_get install --yes --no-install-recommends $missing; then
    # Debian's servers out of reach are a warning of the update, and the cause of what failed after it.
    grep -E '^(W|E|Err)' "$logs/apt-update.log" | head -n 6 | sed 's/^/    /' >&2
    die "The packages could not be installed. Is there a network, and room on the disk?"
  fi
}

apt_get ()
{
  logged "apt-$1" "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a LC_ALL=C.UTF-8 \
    apt-get -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 \
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

# configure NAME DIR OPTION…: makes a build folder, or sees to it that the one there has these options.
configure ()
{
  local name=$1 dir=$2
  shift 2
  if [ -f "$dir/build.ninja" ]; then
    (($# == 0)) || logged "$name" meson configure "$dir" "$@"
    return
  fi
  # A folder without build.ninja was left by a configuration that failed.
  rm -rf "$dir/meson-private" "$dir/meson-info"
  logged "$name" meson setup "$dir" "$top" "$@"
}

mkdir -p "$logs" || die "The build folder $top/_build cannot be written."
