#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Sets up Socrates Admin on Debian 12 (or a distribution with its packages).
# Needs nothing but bash, apt and root or sudo, and those two only while a package is missing.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
readonly build=${SOCRATES_BUILD_DIR:-$root/build}
readonly package_list=$root/installer/linux/packages.txt

usage() {
    cat <<'TEXT'
Usage: bash installer/setup.sh COMMAND

  run [--no-window]    Installs what is missing, builds, starts a private PostgreSQL server, creates
                       both databases on it and opens the window. Without a display (or with
                       --no-window) it does the job by the command line: provisions, upgrades
                       and verifies both databases, and saves a picture of the window.
  test [CTEST OPTION]  Installs what is missing, builds and runs the whole test suite.
  build                Installs what is missing and builds both programs.
  package              Builds the Debian package in build/.
  packages GROUP...    Installs the Debian packages of those groups (installer/linux/packages.txt).

What is already installed or built is left as it is. SOCRATES_BUILD_DIR names another build folder.
TEXT
}

step() { printf '\n==> %s\n' "$*"; }

fail() {
    printf '\nsetup.sh: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
    exit 1
}

# --- packages ---------------------------------------------------------------

is_installed() {
    local package=$1 file=${2:-}
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] && return 0
    [ -n "$file" ] && compgen -G "$file" >/dev/null
}

# Prints the packages of the named groups that are not there yet.
missing_packages() {
    local group package file wanted
    while read -r group package file; do
        for wanted in "$@"; do
            if [ "$group" = "$wanted" ] && ! is_installed "$package" "$file"; then
                echo "$package"
            fi
        done
    done < <(grep -v '^ *\(#\|$\)' "$package_list")
}

install_packages() {
    command -v apt-get >/dev/null \
        || fail 'this is not a Debian system: there is no apt-get.' \
            'Install what installer/linux/packages.txt lists by the names it has here, then build:' \
            'cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release && cmake --build build'
    local -a missing as_root=()
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    step "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null \
            || fail 'packages are missing, and installing them needs root, but there is no sudo.' \
                'Run as root, then start this again:' "apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    "${as_root[@]}" bash "$root/installer/linux/install-packages.sh" "${missing[@]}" \
        || fail 'the packages could not be installed; apt says above why.' \
            'Check the network and the package sources (apt-get update), then start this again.'
}

# --- build ------------------------------------------------------------------

# Warnings are errors where the compiler is the one that the project is tested with. The setting
# is the same for `run` and `test`, so that the second of them finds the first one's objects.
warnings_as_errors() {
    local system
    # shellcheck source=/dev/null
    system=$(. /etc/os-release && echo "${ID:-}-${VERSION_ID:-}")
    if [ "$1" = test ] || [ "$system" = debian-12 ]; then echo ON; else echo OFF; fi
}

build_targets() {
    local purpose=$1
    shift
    step "Building in $build"
    local output
    output=$(cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DSOCRATES_WERROR="$(warnings_as_errors "$purpose")" 2>&1) \
        || fail 'CMake could not configure the build:' "$output"
    cmake --build "$build" ${1:+--target "$@"} \
        || fail 'the build failed; the first error above is the one to look at.' \
            "After a change of compiler or Qt, remove $build and start this again."
}

# --- commands ---------------------------------------------------------------

has_display() { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }

migrate() {
    "$build/socrates-migrate" --project "$root/migrations" --private "$@"
}

run_without_window() {
    local picture=$build/socrates-admin.png log=$build/socrates-admin.log
    step 'Starting the private server and creating the databases'
    migrate provision || fail 'the private server or its databases could not be set up; see above.'
    step 'Upgrading both databases'
    migrate upgrade || fail 'the upgrade did not succeed; above is where it stopped and why.'
    step 'Verifying both databases'
    migrate verify || fail 'the databases are not what the project says; above is each difference.'
    step 'Taking a picture of the window'
    rm -f "$picture"
    QT_QPA_PLATFORM=offscreen "$build/socrates-admin" --project "$root/migrations" --demo \
        --screenshot "$picture" 2>"$log" \
        || { cat "$log" >&2; fail 'the window could not be drawn; see above.'; }
    [ -s "$picture" ] || fail "the program ended well but left no picture at $picture."
    printf 'Both databases are upgraded and verified. The window: %s\n' "$picture"
}

run_with_window() {
    step 'Opening the window on the private server (this ends when the window is closed)'
    "$build/socrates-admin" --project "$root/migrations" --demo \
        || fail 'the program did not end well; see above.' \
            'If it could not reach the display, this does the job without one:' \
            'bash installer/setup.sh run --no-window'
}

command_run() {
    local window=auto
    case "${1:-}" in
        '') ;;
        --no-window) window=no ;;
        *) usage >&2; exit 2 ;;
    esac
    install_packages build run
    build_targets run socrates-admin socrates-migrate
    if [ "$window" = auto ] && has_display; then run_with_window; else run_without_window; fi
}

command_test() {
    install_packages build run test
    build_targets test
    step 'Running the tests'
    ctest --test-dir "$build" --parallel 2 --output-on-failure --no-tests=error "$@" \
        || fail 'tests failed; ctest lists them above.' \
            "One of them again, with its output: ctest --test-dir $build -V -R NAME"
}

command_package() {
    install_packages build run package
    build_targets run socrates-admin socrates-migrate socrates_linux_files
    step 'Making the Debian package'
    (cd "$build" && cpack -G DEB)
}

case "${1:-}" in
    run) shift; command_run "$@" ;;
    test) shift; command_test "$@" ;;
    build) install_packages build run; build_targets run socrates-admin socrates-migrate ;;
    package) command_package ;;
    packages)
        shift
        [ $# -gt 0 ] || { usage >&2; exit 2; }
        install_packages "$@"
        ;;
    -h | --help | help) usage ;;
    *) usage >&2; exit 2 ;;
esac
