# shellcheck shell=bash
# SPDX-License-Identifier: MIT
#
# The libraries of the Windows programs, one function each; sourced by build.sh. What one of them
# was built by is kept in its stamp, so that it is built again when its recipe changes.
# shellcheck disable=SC2034,SC2154  # variables of build.sh, and for it
# shellcheck disable=SC2164         # every recipe runs under set -e

readonly host=x86_64-w64-mingw32
# Each comes after what it needs.
readonly parts=(openssl libpq qtbase qtkeychain expected pgquery server)

# The same sources and recipe give the same libraries.
export SOURCE_DATE_EPOCH=1700000000

compiler_launcher() { command -v ccache || true; }

# configure SOURCE BUILD OPTION...: CMake for Windows.
configure() {
    local source=$1 build=$2 launcher
    shift 2
    launcher=$(compiler_launcher)
    cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_TOOLCHAIN_FILE="$root/installer/windows/mingw.cmake" -DSOCRATES_WINDOWS_PREFIX="$prefix" \
        ${launcher:+-DCMAKE_C_COMPILER_LAUNCHER="$launcher" -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher"} "$@"
}

# --- Debian's sources -------------------------------------------------------

# apt with source lists of its own, made from where this machine gets its binaries from: the
# machine's lists are neither changed nor need they name sources.
apt_sources() {
    apt-get -o Dir::Etc::SourceList="$cache/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$cache/apt/lists" -o Dir::Cache="$cache/apt" \
        -o Acquire::Languages=none -o Acquire::Retries=3 -o APT::Sandbox::User=root "$@"
}

prepare_sources() {
    [ ! -e "$cache/apt/ready" ] || return 0
    step "Reading the lists of Debian's source packages"
    local mirror suite keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    # shellcheck disable=SC2016  # the names are apt's, not the shell's
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' \
        | awk '$2 == "bookworm" && $3 == "main" { print $1; exit }')
    [ -n "$mirror" ] || fail "this machine's package sources name no bookworm main." \
        'The libraries are built from the sources of Debian 12; run this on Debian 12.'
    mkdir -p "$cache/apt/lists/partial" "$cache/apt/archives/partial"
    for suite in bookworm trixie; do
        echo "deb-src [signed-by=$keyring] $mirror $suite main"
    done >"$cache/apt/sources.list"
    apt_sources -qq update || fail "the lists of Debian's source packages could not be read; apt says above why."
    touch "$cache/apt/ready"
}

# is_genuine FILE CHECKSUM: whether the file is there and has what the signed lists say.
is_genuine() { [ -f "$1" ] && echo "${2#SHA256:}  $1" | sha256sum --check --status; }

# unpack PACKAGE SUITE: leaves its sources in $cache/source/PACKAGE. A package whose original
# archive can be had and whose Debian part cannot is used as its authors published it.
unpack() {
    local package=$1 suite=$2 target=$cache/source/$1 name checksum dsc='' original='' complete=yes
    prepare_sources
    mkdir -p "$cache/download" "$cache/source"
    rm -rf "$target"
    (cd "$cache/download" && apt_sources -qq source --download-only "$package/$suite") || complete=no
    while read -r _ name _ checksum; do
        is_genuine "$cache/download/$name" "$checksum" || { complete=no; continue; }
        case "$name" in
            *.dsc) dsc=$cache/download/$name ;;
            *.orig.tar.*z | *.orig.tar.bz2) original=$cache/download/$name ;;
        esac
    done < <(apt_sources -qq source --print-uris --download-only "$package/$suite")
    if [ "$complete" = yes ]; then
        dpkg-source --no-check --no-copy -x "$dsc" "$target" >"$cache/logs/$package-source.log"
    elif [ -n "$original" ]; then
        echo "Only the original archive of $package can be had; it is used without Debian's changes."
        mkdir "$target"
        tar -xf "$original" -C "$target" --strip-components=1
    else
        fail "the source package $package of $suite cannot be downloaded; apt says above why."
    fi
}

# licence NAME FILE...: the library's licence, for the installer to bring along.
licence() {
    local name=$1 file
    shift
    mkdir -p "$prefix/share/licences"
    for file in "$@"; do
        if [ $# -eq 1 ]; then
            cp "$file" "$prefix/share/licences/$name.txt"
        else
            cp "$file" "$prefix/share/licences/$name-${file##*/}"
        fi
    done
}

# --- Parts ------------------------------------------------------------------

recipe_of() {
    { declare -f "build_$1" configure; echo "$prefix $("$host-gcc-posix" -dumpfullversion)"; cat "$root/installer/windows/mingw.cmake"; } \
        | sha256sum
}

make_part() {
    local part=$1 stamp=$cache/stamps/$1 log=$cache/logs/$1.log
    mkdir -p "$cache/stamps" "$cache/logs" "$cache/build" "$prefix"
    [ "$(recipe_of "$part")" != "$(cat "$stamp" 2>/dev/null)" ] || return 0
    rm -f "$stamp"
    # A build that was interrupted leaves both behind.
    rm -rf "$cache/build/$part" "$cache/source/$part"
    "source_of_$part"
    step "Building $part for Windows (its output: $log)"
    # In a shell of its own, so that `set -e` holds within it.
    bash -c "set -euo pipefail
        $(declare -p root cache prefix host jobs SOURCE_DATE_EPOCH)
        $(declare -f configure compiler_launcher licence "build_$part")
        build_$part" >"$log" 2>&1 || { tail -n 30 "$log" >&2; fail "$part could not be built; see above and $log."; }
    find "$prefix" -name '*.dll' -exec "$host-strip" --strip-unneeded {} +
    rm -rf "$cache/build/$part" "$cache/source/$part"
    recipe_of "$part" >"$stamp"
}

source_of_openssl() { unpack openssl bookworm; }

# Static: libpq.dll is then the only file that has TLS in it. It reads no openssl.cnf, and the folders
# it has by heart are ones that only an administrator can write to.
build_openssl() {
    local launcher folder='C:/Program Files/Common Files/SSL'
    launcher=$(compiler_launcher)
    cd "$cache/source/openssl"
    ./Configure mingw64 no-shared no-tests no-engine no-module no-autoload-config \
        --cross-compile-prefix="$host-" CC=gcc-posix --prefix="$prefix" --libdir=lib
    local -a settings=(CC="$launcher $host-gcc-posix"
        OPENSSLDIR="$folder" ENGINESDIR="$folder/engines-3" MODULESDIR="$folder/ossl-modules")
    make -j "$jobs" "${settings[@]}" build_generated
    make -j "$jobs" "${settings[@]}" libcrypto.a libssl.a
    mkdir -p "$prefix/include" "$prefix/lib"
    cp -rp include/openssl "$prefix/include/"
    cp libcrypto.a libssl.a "$prefix/lib/"
    licence openssl LICENSE.txt
}

source_of_libpq() { unpack postgresql-15 bookworm; mv "$cache/source/postgresql-15" "$cache/source/libpq"; }

# Its folder of settings for the whole machine is one that only an administrator can write to.
build_libpq() {
    local launcher folder
    launcher=$(compiler_launcher)
    mkdir -p "$cache/build/libpq"
    cd "$cache/build/libpq"
    "$cache/source/libpq/configure" --host="$host" --prefix="$prefix" \
        --sysconfdir=C:/Windows/postgresql --without-readline --without-zlib \
        --with-ssl=openssl CC="$launcher $host-gcc-posix" CPPFLAGS="-I$prefix/include" LDFLAGS="-L$prefix/lib" \
        LIBS='-lws2_32 -lcrypt32'
    make -C src/backend generated-headers
    for folder in src/common src/port src/interfaces/libpq; do
        make -C "$folder" -j "$jobs"
    done
    make -C src/interfaces/libpq install
    make -C src/include install
    licence postgresql "$cache/source/libpq/COPYRIGHT"
}

source_of_qtbase() { unpack qt6-base bookworm; mv "$cache/source/qt6-base" "$cache/source/qtbase"; }

# Against Debian's own Qt of the same version, whose moc, rcc and uic run here. Off is what the
# programs do not use, and what this compiler has no headers for: wintab.h (tabletevent) is not in
# Debian's archive of Qt, and the classes behind DirectWrite are not compiled with MinGW.
build_qtbase() {
    # MinGW frees the memory of a thread's variables before it destroys what is in them: every
    # std::thread that had matched a regular expression ended in a crash. The stack that this keeps
    # is rare (a match that needs more than 32 kB), so nobody needs to give it back.
    local expressions=$cache/source/qtbase/src/corelib/text/qregularexpression.cpp
    sed -i -e 's|^static thread_local std::unique_ptr<pcre2_jit_stack_16, PcreJitStackFree> jitStacks;|static thread_local pcre2_jit_stack_16 *jitStacks = nullptr;|' \
        -e 's|return jitStacks.get();|return jitStacks;|' \
        -e 's|jitStacks.reset(\(.*\));|jitStacks = \1;|' "$expressions"
    grep -q 'pcre2_jit_stack_16 \*jitStacks' "$expressions"
    configure "$cache/source/qtbase" "$cache/build/qtbase" -DCMAKE_INSTALL_PREFIX="$prefix" \
        -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake \
        -DQT_QMAKE_TARGET_MKSPEC=win32-g++ \
        -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF -DQT_BUILD_BENCHMARKS=OFF \
        -DFEATURE_pkg_config=OFF -DFEATURE_sql=OFF -DFEATURE_dbus=OFF -DFEATURE_icu=OFF -DINPUT_opengl=no \
        -DFEATURE_vulkan=OFF -DFEATURE_glib=OFF -DFEATURE_openssl=OFF -DFEATURE_zstd=OFF -DFEATURE_direct2d=OFF \
        -DFEATURE_tabletevent=OFF -DFEATURE_directwrite=OFF -DFEATURE_directwrite3=OFF \
        -DFEATURE_system_zlib=OFF -DFEATURE_system_png=OFF -DFEATURE_system_jpeg=OFF -DFEATURE_system_pcre2=OFF \
        -DFEATURE_system_freetype=OFF -DFEATURE_system_harfbuzz=OFF
    cmake --build "$cache/build/qtbase" -j "$jobs"
    cmake --install "$cache/build/qtbase"
    licence qt "$cache/source/qtbase"/LICENSES/{LGPL-3.0-only,GPL-3.0-only,BSD-3-Clause}.txt
}

# Bookworm's release does not build for Windows with Qt 6 by MinGW; trixie's does.
source_of_qtkeychain() { unpack qtkeychain trixie; }

build_qtkeychain() {
    # An option of Microsoft's compiler, which MinGW takes for the name of a file.
    sed -i 's|/utf-8||' "$cache/source/qtkeychain/qtkeychain/CMakeLists.txt"
    configure "$cache/source/qtkeychain" "$cache/build/qtkeychain" -DCMAKE_INSTALL_PREFIX="$prefix" \
        -DBUILD_WITH_QT6=ON -DBUILD_TRANSLATIONS=OFF -DBUILD_TEST_APPLICATION=OFF -DBUILD_TESTING=OFF
    cmake --build "$cache/build/qtkeychain" -j "$jobs"
    cmake --install "$cache/build/qtkeychain"
    licence qtkeychain "$cache/source/qtkeychain/COPYING"
}

source_of_expected() { :; }

# Headers only: those of Debian's package serve every compiler.
build_expected() {
    mkdir -p "$prefix/include" "$prefix/share/cmake"
    cp -rp /usr/include/tl "$prefix/include/"
    cp -rp /usr/share/cmake/tl-expected "$prefix/share/cmake/"
    licence tl-expected /usr/share/doc/libexpected-dev/copyright
    # Of the compiler's own libraries, which the programs bring along.
    licence gcc /usr/share/doc/gcc-mingw-w64-base/copyright
    licence mingw-w64 /usr/share/doc/mingw-w64-common/copyright
}

# Trixie's, with the grammar of PostgreSQL 17: bookworm's original archive is not on every mirror.
source_of_pgquery() { unpack libpg-query trixie; mv "$cache/source/libpg-query" "$cache/source/pgquery"; }

build_pgquery() {
    local launcher
    launcher=$(compiler_launcher)
    cd "$cache/source/pgquery"
    AR=$host-ar make -j "$jobs" OS=Windows_NT CC="$launcher $host-gcc-posix" libpg_query.a
    "$host-strip" --strip-debug libpg_query.a
    mkdir -p "$prefix/include" "$prefix/lib"
    cp pg_query.h "$prefix/include/"
    cp libpg_query.a "$prefix/lib/"
    licence libpg_query LICENSE
}

source_of_server() { unpack postgresql-15 bookworm; mv "$cache/source/postgresql-15" "$cache/source/server"; }

# The private server for people who have none, in a folder of its own, with the extensions that need
# nothing else. ICU, LLVM and the languages that other programs bring along are left out, and its
# messages are English: it speaks to this program only. zlib is for pg_dump, TLS for pgcrypto.
build_server() {
    local launcher folder=$prefix/pgsql zlib=$cache/build/server/zlib name
    launcher=$(compiler_launcher)
    rm -rf "$folder"
    # The library without its DLL, which would have to come along.
    mkdir -p "$zlib"
    cp "/usr/$host/lib/libz.a" "$zlib/"
    cd "$cache/build/server"
    "$cache/source/server/configure" --host="$host" --prefix="$folder" --disable-nls \
        --without-readline --with-ssl=openssl CC="$launcher $host-gcc-posix" ZIC=/usr/sbin/zic \
        CPPFLAGS="-I$prefix/include" LDFLAGS="-L$zlib -L$prefix/lib" LIBS='-lws2_32 -lcrypt32'
    make -j "$jobs"
    make -C contrib -j "$jobs"
    make install-strip
    make -C contrib install-strip
    # What is for building programs against it, and programs that a private server has no use for.
    rm -rf "$folder"/{include,lib/pgxs,lib/pkgconfig,share/doc} "$folder"/lib/*.a
    for name in "$folder"/bin/*.exe; do
        case ${name##*/} in
            postgres.exe | initdb.exe | pg_ctl.exe | psql.exe | pg_dump.exe | pg_restore.exe) ;;
            *) rm "$name" ;;
        esac
    done
    licence zlib /usr/share/doc/libz-mingw-w64-dev/copyright
}
