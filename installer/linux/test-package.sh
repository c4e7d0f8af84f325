#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Proves a Debian package on this machine: what is in it, that it installs, that the installed
# programs work (self-tests, both databases upgraded on a private server, and in the window by the
# keyboard, the password kept in the keyring), and that nothing is left when it is removed. Needs root
# or sudo, for apt alone.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly root
readonly package_name=socrates-admin
readonly results=${SOCRATES_BUILD_DIR:-$root/build}/package-test

usage() {
    cat <<'TEXT'
Usage: bash installer/linux/test-package.sh [PACKAGE.deb]

Without a package it is built first (bash installer/setup.sh package). The machine must not have
socrates-admin installed: it is removed in the end. Pictures of the window are in build/package-test.
TEXT
}

step() { printf '\n==> %s\n' "$*"; }

fail() {
    printf '\ntest-package.sh: %s\n' "$*" >&2
    exit 1
}

# shellcheck source=installer/tools/packagetest.sh
. "$root/installer/tools/packagetest.sh"

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Everything of ours, and only that, has the name in its path. Folders that only root may read have
# none of it, and find grumbles about them.
our_files() { { find /usr /etc /opt -xdev -name '*socrates*' 2>/dev/null || true; } | sort; }

installed_packages() { dpkg-query -W -f '${db:Status-Status} ${Package}:${Architecture}\n' | sed -n 's/^installed //p' | sort; }

# --- what is in it -----------------------------------------------------------

check_contents() {
    local tree=$work/tree
    dpkg-deb --extract "$package" "$tree"
    step 'What the package says of itself'
    dpkg-deb --field "$package" Package Version Architecture Installed-Size Depends Recommends Suggests
    desktop-file-validate "$tree/usr/share/applications/$package_name.desktop"
    appstreamcli validate --no-net "$tree"/usr/share/metainfo/*.metainfo.xml
    local page shell size
    for page in "$tree"/usr/share/man/man1/*.gz; do
        [ -z "$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l "$page" 2>&1 >/dev/null)" ] \
            || fail "man has something to say of $page: man --warnings -l $page"
    done
    for shell in "$tree"/usr/share/bash-completion/completions/*; do bash -n "$shell"; done
    if command -v zsh >/dev/null; then
        for shell in "$tree"/usr/share/zsh/vendor-completions/*; do zsh -n "$shell"; done
    fi
    for size in 16 32 48 128 256; do
        file -b "$tree/usr/share/icons/hicolor/${size}x$size/apps/$package_name.png" | grep -q "PNG.* $size x $size" \
            || fail "there is no picture of $size pixels"
    done
    for program in socrates-admin socrates-migrate; do
        ldd "$tree/usr/bin/$program" | grep 'not found' && fail "$program wants a library that is not there"
    done
    if command -v lintian >/dev/null; then
        step 'lintian'
        lintian --allow-root --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs "$package"
    fi
}

# --- the installed programs ----------------------------------------------------

# From a folder without a project, with a home and a private server of their own.
run_installed() {
    (cd "$work/elsewhere" && env -u DISPLAY -u WAYLAND_DISPLAY HOME="$work/home" \
        XDG_RUNTIME_DIR="$work/runtime" SOCRATES_PRIVATE_SERVER_DIR="$work/server" "$@")
}

check_programs() {
    step 'Self-tests of the installed programs'
    [ "$(command -v socrates-migrate)" = /usr/bin/socrates-migrate ] \
        || fail "another socrates-migrate is found first: $(command -v socrates-migrate)"
    run_installed socrates-migrate --self-test
    run_installed socrates-admin --self-test
    grep -q '^ok .*Migrations: .* /usr/share/socrates-admin/migrations' < <(run_installed socrates-migrate --self-test) \
        || fail 'the installed project is not the one that is used'
    step 'Both databases upgraded by the installed program'
    run_installed socrates-migrate --private provision
    run_installed socrates-migrate --private upgrade
    run_installed socrates-migrate --private verify >/dev/null
    run_installed socrates-migrate --private status --check >/dev/null
    run_installed env QT_QPA_PLATFORM=offscreen socrates-admin --demo --screenshot "$work/window.png" 2>"$work/window.log" \
        || { cat "$work/window.log" >&2; fail 'the window could not be drawn'; }
    [ -s "$work/window.png" ] || fail 'the window left no picture'
    run_installed socrates-migrate server stop
}

# --- the installed window --------------------------------------------------------

bus=''
keyring=''

# A session of its own, with a keyring that is unlocked and empty.
start_session() {
    dbus-daemon --session --nofork --nopidfile --print-address=3 3>"$work/bus" 2>/dev/null &
    bus=$!
    wait_for 'the session bus (dbus-daemon)' "$work/bus" "$bus"
    DBUS_SESSION_BUS_ADDRESS=$(cat "$work/bus")
    export DBUS_SESSION_BUS_ADDRESS
    printf 'secret\n' | HOME=$work/home XDG_RUNTIME_DIR=$work/runtime \
        gnome-keyring-daemon --unlock --foreground --components=secrets >"$work/keyring.log" 2>&1 &
    keyring=$!
    until [ -e "$work/runtime/keyring/control" ]; do
        kill -0 "$keyring" 2>/dev/null || { cat "$work/keyring.log" >&2; fail 'the keyring does not start.'; }
        sleep 0.1
    done
}

stop_session() { kill ${keyring:+"$keyring"} ${bus:+"$bus"} 2>/dev/null || true; }

open_window() {
    (cd "$work/elsewhere" && exec env -u WAYLAND_DISPLAY HOME="$work/home" XDG_RUNTIME_DIR="$work/runtime" LC_ALL=C.UTF-8 \
        QT_QPA_PLATFORM=xcb SOCRATES_PRIVATE_SERVER_DIR="$work/server" socrates-admin 2>"$work/window.log") &
    window=$!
}

# There is no window manager; the dialog that is on top comes last.
focus_window() {
    local top
    top=$(xdotool search --onlyvisible --class socrates-admin 2>/dev/null | tail -n 1)
    [ -z "$top" ] || xdotool windowfocus "$top"
}

check_window() {
    step 'Through the installed window, by the keyboard'
    mkdir -p "$results"
    start_session
    start_display
    start_keeper
    # shellcheck disable=SC2119 # without settings
    start_server
    make_pair socrates "$window_password"
    walk_through_window || fail "the window does not connect, upgrade or downgrade: see the pictures in $results"
    ! grep -r -q -F -e "$window_password" -e "$(window_password_in_address)" "$work/home" || fail 'the password lies in a file'
    printf 'connected, upgraded, verified and downgraded\n'
    connects_again || fail "the second start does not connect with the password of the keyring: $results"
    printf 'and connected again with the password that the keyring kept\n'
}

# --- there and gone ------------------------------------------------------------

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 -y "$@"; }

remove_everything() {
    local -a added
    mapfile -t added < <(comm -13 "$work/packages-before" <(installed_packages))
    [ ${#added[@]} -eq 0 ] || apt purge "${added[@]}" >/dev/null
}

cleanup() {
    stop_keeper
    stop_display
    stop_session
    [ ! -d "$work/server/data" ] || run_installed socrates-migrate server stop >/dev/null 2>&1 || true
    ! is_installed $package_name || remove_everything
    rm -rf "$work" 2>/dev/null || as_root rm -rf "$work"
}

case "${1:-}" in
    -h | --help) usage; exit 0 ;;
    '')
        bash "$root/installer/setup.sh" package
        package=$(find "${SOCRATES_BUILD_DIR:-$root/build}" -maxdepth 1 -name "${package_name}_*.deb" -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2-)
        ;;
    *) package=$1 ;;
esac
[ -f "$package" ] || fail "there is no package $package"
bash "$root/installer/setup.sh" packages run test package
! is_installed $package_name || fail "$package_name is installed here; remove it first (apt-get purge $package_name)."

# apt reads packages as a user of its own, and PostgreSQL's programs refuse to run as root: both
# must get in.
work=$(mktemp -d /tmp/socrates-package.XXXXXX)
scratch=$work
chmod 755 "$work"
mkdir -p "$work/home" "$work/elsewhere"
mkdir -m 700 "$work/runtime"
trap cleanup EXIT
cp "$package" "$work/"
package=$work/$(basename "$package")

check_contents
our_files >"$work/files-before"
installed_packages >"$work/packages-before"
step 'Installing'
apt install --no-install-recommends "$package"
check_programs
check_window
step 'Installing again over it, as an update does'
apt install --reinstall --no-install-recommends "$package" >/dev/null
run_installed socrates-migrate --version
step 'Removing'
remove_everything
! is_installed $package_name || fail 'the package is still there'
our_files | diff "$work/files-before" - || fail 'these files were left behind'
installed_packages | diff "$work/packages-before" - || fail 'these packages were left behind'
hash -r
if command -v socrates-migrate >/dev/null; then fail "a socrates-migrate is still found"; fi
printf '\nThe package installs, works, and leaves nothing behind: %s, %s bytes\n' "$(basename "$package")" "$(stat -c %s "$package")"
