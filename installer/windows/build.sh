#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Builds Socrates Admin for Windows (x86-64) on Debian 12, with Debian's MinGW compiler, from
# Debian's own source packages for what Debian does not ship for Windows.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly root
readonly cache=${SOCRATES_WINDOWS_DIR:-$root/build-windows}
readonly prefix=$cache/prefix
readonly jobs=${SOCRATES_JOBS:-$(nproc)}

usage() {
    cat <<'TEXT'
Usage: bash installer/windows/build.sh [STEP]

  libraries [PART...]
              Qt, OpenSSL, libpq and QtKeychain for Windows, or only the named ones; see below
  programs    the libraries, then socrates-admin.exe, socrates-migrate.exe and the tests
  installer   the programs, then the installer, socrates-admin-VERSION-win64.exe (the default)
  packages    only installs the Debian packages that all of it needs
  refresh     looks whether Debian has newer sources (security fixes); the next step builds from those

Every step installs and builds what is missing only. It all goes into build-windows/;
SOCRATES_WINDOWS_DIR names another folder, SOCRATES_JOBS how many compilers run at once.
installer/windows/test.sh runs what was built, under Wine.
TEXT
}

# CPack signs in a folder of its own.
for name in SOCRATES_CODE_CERTIFICATE SOCRATES_CODE_PASSWORD_FILE; do
    [ -z "${!name:-}" ] || export "$name=$(realpath "${!name}")"
done

step() { printf '\n==> %s\n' "$*"; }

fail() {
    printf '\nbuild.sh: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
    exit 1
}

# shellcheck source=installer/windows/libraries.sh
. "$root/installer/windows/libraries.sh"

[ -z "${SOCRATES_CODE_CERTIFICATE:-}" ] || command -v osslsigncode >/dev/null \
    || fail 'osslsigncode, which signs, is missing.' 'apt-get install osslsigncode'

command_packages() { bash "$root/installer/setup.sh" packages build windows; }

command_libraries() {
    command_packages
    local part
    [ $# -gt 0 ] || set -- "${parts[@]}"
    for part in "$@"; do
        make_part "$part"
    done
}

command_refresh() { refresh_sources; }

command_programs() {
    command_libraries
    step "Building the programs in $cache/programs"
    configure "$root" "$cache/programs" -DSOCRATES_WERROR=ON >"$cache/logs/programs.log" 2>&1 \
        || { tail -n 20 "$cache/logs/programs.log" >&2; fail 'CMake could not configure the build; see above.'; }
    cmake --build "$cache/programs" -j "$jobs" || fail 'the build failed; the first error above is the one to look at.'
}

command_installer() {
    command_programs
    step 'Making the installer'
    (cd "$cache/programs" && cpack -G NSIS) || fail 'the installer could not be made; see above.'
}

case "${1:-installer}" in
    libraries) shift; command_libraries "$@" ;;
    programs | installer | packages | refresh) "command_${1:-installer}" ;;
    -h | --help | help) usage ;;
    *) usage >&2; exit 2 ;;
esac
