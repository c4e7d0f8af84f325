#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Makes everything that a release consists of, from a commit and nothing else.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root

usage() {
    cat <<'TEXT'
Usage: bash installer/release.sh [--windows] [--twice] [--output FOLDER] [COMMIT]

Makes of COMMIT (HEAD), in FOLDER (dist/):

  socrates-admin-VERSION.tar.gz         the sources, as committed
  socrates-admin_VERSION_ARCH.deb       the Debian package, built from those sources
  socrates-admin_VERSION_ARCH.cdx.json  what is in it and with which licences (CycloneDX)
  SHA256SUMS                            of all of it

  --windows  the installer for Windows as well (installer/windows/build.sh, of the working tree, which
             must be COMMIT's), with its list, and the sources of its Qt, which Qt's licence asks for
  --twice    builds the Debian package a second time, in another folder, and compares the bytes

Signing is the next step: bash installer/sign.sh FOLDER.
TEXT
}

step() { printf '\n==> %s\n' "$*"; }

fail() {
    printf '\nrelease.sh: %s\n' "$*" >&2
    exit 1
}

# Of this release; the folder may hold older ones.
artefacts=()
artefact() { artefacts+=("$(basename "$1")"); }

# --- sources -------------------------------------------------------------------

# git gives every file the commit's time, and gzip -n adds none.
make_source_archive() {
    git -C "$root" archive --format=tar --prefix="$source_name/" "$commit" | gzip -9n >"$output/$source_name.tar.gz"
    artefact "$source_name.tar.gz"
}

# --- Debian package --------------------------------------------------------------

# make_package FOLDER: unpacks the sources there, builds them and leaves the package in FOLDER/build.
# Debian's own flags (hardening), and no folder's name in the programs.
make_package() {
    local folder=$1
    rm -rf "$folder"
    mkdir -p "$folder"
    tar -xzf "$output/$source_name.tar.gz" -C "$folder"
    mv "$folder/$source_name" "$folder/source"
    local cxx_flags link_flags
    cxx_flags="$(dpkg-buildflags --get CPPFLAGS) -fstack-protector-strong -Wformat -Werror=format-security"
    cxx_flags+=" -ffile-prefix-map=$folder=."
    link_flags="-Wl,-z,relro -Wl,-z,now"
    cmake -S "$folder/source" -B "$folder/build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DSOCRATES_TESTS=OFF -DCMAKE_INSTALL_PREFIX=/usr \
        -DCMAKE_CXX_FLAGS="$cxx_flags" -DCMAKE_EXE_LINKER_FLAGS="$link_flags" >/dev/null
    cmake --build "$folder/build" >"$folder/build.log" || { tail -40 "$folder/build.log" >&2; fail 'the build failed'; }
    (cd "$folder/build" && cpack -G DEB >/dev/null)
}

# Says in which members two packages differ, if they do.
compare_packages() {
    local one=$1 two=$2 member
    if cmp -s "$one" "$two"; then
        printf 'Built twice, in two folders: the packages are the same, byte for byte.\n'
        return
    fi
    printf 'Built twice, the packages DIFFER. What is not the same in them:\n'
    mkdir -p "$work/a" "$work/b"
    dpkg-deb -R "$one" "$work/a"
    dpkg-deb -R "$two" "$work/b"
    diff -rq "$work/a" "$work/b" || true
    for member in "$one" "$two"; do dpkg-deb -c "$member" >"$work/$(basename "$(dirname "$(dirname "$member")")").list"; done
    diff "$work/first.list" "$work/second.list" || true
    return 1
}

# --- all of it --------------------------------------------------------------------

windows=no
twice=no
output=$root/dist
commit=HEAD
while [ $# -gt 0 ]; do
    case $1 in
        --windows) windows=yes ;;
        --twice) twice=yes ;;
        --output) shift; output=${1:?--output needs a folder} ;;
        -h | --help) usage; exit 0 ;;
        -*) usage >&2; exit 2 ;;
        *) commit=$1 ;;
    esac
    shift
done

git -C "$root" rev-parse --git-dir >/dev/null 2>&1 || fail 'a release is made of a commit: this is no git repository.'
commit=$(git -C "$root" rev-parse --verify "$commit^{commit}") || fail 'there is no such commit.'
# Files that git does not know would be compiled as well.
[ "$windows" = no ] || [ "$(git -C "$root" rev-parse HEAD) $(git -C "$root" status --porcelain)" = "$commit " ] \
    || fail 'the working tree is not what the commit says: git status tells.'
version=$(git -C "$root" show "$commit:CMakeLists.txt" | sed -n 's/^project(SocratesAdmin VERSION \([0-9.]*\).*/\1/p')
source_name=socrates-admin-$version
SOURCE_DATE_EPOCH=$(git -C "$root" show -s --format=%ct "$commit")
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC
umask 022

bash "$root/installer/setup.sh" packages build run package
mkdir -p "$output"
output=$(cd "$output" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

step "Sources of $commit"
make_source_archive

step 'Debian package'
make_package "$work/first"
package=$(find "$work/first/build" -maxdepth 1 -name '*.deb')
cp "$package" "$output/"
artefact "$package"
components=$(basename "$package" .deb).cdx.json
python3 "$work/first/source/installer/sbom.py" debian --version "$version" \
    "$package" "$work/first/build/socrates-admin" "$work/first/build/socrates-migrate" \
    >"$output/$components"
artefact "$components"

if [ "$twice" = yes ]; then
    step 'The Debian package once more'
    make_package "$work/second"
    compare_packages "$package" "$work/second/build/$(basename "$package")"
fi

if [ "$windows" = yes ]; then
    step 'Installer for Windows'
    built=${SOCRATES_WINDOWS_DIR:-$root/build-windows}
    # Whoever saved space there has Qt built again: its sources are part of the release.
    compgen -G "$built/download/qt6-base/*.orig.tar.*" >/dev/null || rm -f "$built/stamps/qtbase"
    bash "$root/installer/windows/build.sh" refresh
    bash "$root/installer/windows/build.sh" installer
    installer=$built/programs/$source_name-win64.exe
    [ -f "$installer" ] || fail "installer/windows/build.sh left no $installer"
    cp "$installer" "$output/"
    artefact "$installer"
    python3 "$root/installer/sbom.py" list --version "$version" "$installer" "$built/versions" \
        "$root/installer/windows/components.tsv" "$built/prefix/share/qt-third-party.tsv" \
        >"$output/$source_name-win64.cdx.json"
    artefact "$source_name-win64.cdx.json"
    tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
        -cf "$output/$source_name-win64-qt-sources.tar" -C "$built/download" qt6-base
    artefact "$source_name-win64-qt-sources.tar"
fi

step 'Checksums'
(cd "$output" && printf '%s\n' "${artefacts[@]}" | sort | xargs sha256sum >SHA256SUMS && cat SHA256SUMS)
