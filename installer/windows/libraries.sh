# shellcheck shell=bash
# SPDX-License-Identifier: MIT
#
# The libraries of the Windows programs, one function each; sourced by build.sh. What one of them
# was built by is kept in its stamp, so that it is built again when its recipe, its sources or a
# library that it holds have changed.
# shellcheck disable=SC2034,SC2154  # variables of build.sh, and for it
# shellcheck disable=SC2164         # every recipe runs under set -e

readonly host=x86_64-w64-mingw32
# Which PostgreSQL's configure asks for, and only the administrator has in PATH.
readonly zic=/usr/sbin/zic
# Each comes after what it needs.
readonly parts=(openssl libpq qtbase qtkeychain expected pgquery server)
# Debian's source package of a part, and its release. Bookworm's QtKeychain does not build for Windows
# with Qt 6 by MinGW; trixie's libpg_query has the grammar of PostgreSQL 17.
readonly -A sources_of=([openssl]='openssl bookworm' [libpq]='postgresql-15 bookworm' [qtbase]='qt6-base bookworm'
    [qtkeychain]='qtkeychain trixie' [pgquery]='libpg-query trixie' [server]='postgresql-15 bookworm')
readonly -A needs_of=([libpq]=openssl [qtkeychain]=qtbase [server]=openssl)
# Of the compiler's files, for instance of __DATE__: the same sources and recipe give the same libraries.
readonly libraries_time=1700000000

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
    # Without the mode a server that cannot be reached is a warning.
    apt-get -o APT::Update::Error-Mode=any -o Dir::Etc::SourceList="$cache/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$cache/apt/lists" -o Dir::Cache="$cache/apt" \
        -o Acquire::Languages=none -o Acquire::Retries=3 -o APT::Sandbox::User=root "$@"
}

# mirror_of RELEASE: where this machine gets that release of Debian's from.
mirror_of() {
    # shellcheck disable=SC2016  # the names are apt's, not the shell's
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' \
        | awk -v release="$1" '$2 == release && $3 == "main" && !seen++ { print $1 }'
}

# Reads the lists when there are none yet; refresh_sources reads them anew.
prepare_sources() {
    [ ! -e "$cache/apt/ready" ] || return 0
    step "Reading the lists of Debian's source packages"
    local mirror security suite keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    mirror=$(mirror_of bookworm)
    security=$(mirror_of bookworm-security)
    [ -n "$mirror" ] || fail "this machine's package sources name no bookworm main." \
        'The libraries are built from the sources of Debian 12; run this on Debian 12.'
    [ -n "$security" ] || echo "This machine's package sources name no bookworm-security: libraries without its fixes."
    mkdir -p "$cache/apt/lists/partial" "$cache/apt/archives/partial"
    for suite in bookworm trixie; do
        echo "deb-src [signed-by=$keyring] $mirror $suite main"
        [ -z "$security" ] || echo "deb-src [signed-by=$keyring] $security $suite-security main"
    done >"$cache/apt/sources.list"
    if [ -n "$security" ] && ! apt_sources -qq update; then
        echo "The lists of bookworm-security cannot be read (apt says above why): libraries without its fixes."
        sed -i '/-security main$/d' "$cache/apt/sources.list"
        security=''
    fi
    [ -n "$security" ] || apt_sources -qq update \
        || fail "the lists of Debian's source packages could not be read; apt says above why."
    touch "$cache/apt/ready"
}

refresh_sources() {
    rm -f "$cache/apt/ready" "$cache"/apt/missing-*
    prepare_sources
}

# files_of PACKAGE RELEASE: of its sources, the names and checksums that the signed lists have; nothing
# when that release has no such package.
files_of() { { apt_sources -qq source --print-uris --download-only "$1/$2" 2>/dev/null || true; } | awk '{ print $2, $4 }'; }

# is_genuine FILE CHECKSUM: whether the file is there and has what the signed lists say.
is_genuine() { [ -f "$1" ] && echo "${2#SHA256:}  $1" | sha256sum --check --status; }

# candidates PACKAGE RELEASE: "VERSION RELEASE" of the release and of its security fixes, newest first,
# without those that could not be downloaded.
candidates() {
    local package=$1 suite versions=''
    for suite in "$2" "$2-security"; do
        versions+=$(files_of "$package" "$suite" | sed -n "s/^${package}_\(.*\)\.dsc .*/\1 $suite/p")$'\n'
    done
    touch "$cache/apt/missing-$package"
    sort -k 1,1Vr <<<"$versions" \
        | awk 'FILENAME != "-" { missing[$1]; next } NF && !($1 in missing)' "$cache/apt/missing-$package" -
}

# download PACKAGE RELEASE: sets `dsc` when all of it can be had, and `original` when that
# archive can be.
download() {
    local package=$1 suite=$2 downloads=$cache/download/$1 name checksum complete=yes
    local -a names=()
    mkdir -p "$downloads"
    dsc='' original=''
    (cd "$downloads" && apt_sources -qq source --download-only "$package/$suite") || complete=no
    while read -r name checksum; do
        names+=(! -name "$name")
        is_genuine "$downloads/$name" "$checksum" || { complete=no; continue; }
        case "$name" in
            *.dsc) dsc=$downloads/$name ;;
            *.orig.tar.*z | *.orig.tar.bz2) original=$downloads/$name ;;
        esac
    done < <(files_of "$package" "$suite")
    [ "$complete" = yes ] || dsc=''
    # A release passes them on: nothing of another version.
    find "$downloads" -type f "${names[@]}" -delete
}

# unpack PACKAGE RELEASE TARGET: leaves the newest sources that can be had in the folder TARGET, and
# what they are in $cache/versions. An original archive without Debian's changes is only used where
# nothing whole is of that version: the changes are what mends it.
unpack() {
    local package=$1 release=$2 target=$3 version suite dsc original bare='' bare_suite=''
    rm -rf "$target"
    mkdir -p "$cache/source" "$cache/versions"
    while read -r version suite; do
        [ -z "$bare" ] || [ "${version%-*}" = "${bare%-*}" ] || break
        download "$package" "$suite"
        if [ -n "$dsc" ]; then
            dpkg-source --no-check --no-copy -x "$dsc" "$target" >"$cache/logs/$package-source.log"
            echo "$version" >"$cache/versions/$package"
            return 0
        fi
        echo "$package $version cannot be downloaded whole (apt says above why)."
        if [ -n "$original" ] && [ -z "$bare" ]; then
            bare=$version bare_suite=$suite
        else
            echo "$version" >>"$cache/apt/missing-$package"
        fi
    done < <(candidates "$package" "$release")
    [ -n "$bare" ] || fail "the source package $package of $release cannot be had; if apt says nothing above, its lists do not name it." \
        'bash installer/windows/build.sh refresh reads the lists anew.'
    download "$package" "$bare_suite" 2>/dev/null
    echo "The original archive of $package ${bare%-*} is used, without Debian's changes."
    mkdir "$target"
    tar -xf "$original" -C "$target" --strip-components=1
    echo "${bare%-*}" >"$cache/versions/$package"
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
            cp "$file" "$prefix/share/licences/$name-$(basename "$file" .txt).txt"
        fi
    done
}

# --- Parts ------------------------------------------------------------------

# recipe_of PART: a checksum of all that decides what it becomes.
recipe_of() {
    local part=$1 package='' suite=''
    read -r package suite <<<"${sources_of[$part]:-}"
    {
        declare -f "build_$part" configure licence
        echo "$prefix $("$host-gcc-posix" -dumpfullversion)"
        cat "$root/installer/windows/mingw.cmake"
        [ "$part" != qtbase ] || cat "$root/installer/windows/attributions.py"
        [ -z "$package" ] || candidates "$package" "$suite" | sed -n 1p
        [ -z "${needs_of[$part]:-}" ] || cat "$cache/stamps/${needs_of[$part]}"
    } | sha256sum
}

make_part() {
    local part=$1 stamp=$cache/stamps/$1 log=$cache/logs/$1.log package='' suite='' former
    mkdir -p "$cache/stamps" "$cache/logs" "$cache/build" "$prefix"
    prepare_sources
    former=$(cat "$stamp" 2>/dev/null || true)
    [ "$(recipe_of "$part")" != "$former" ] || return 0
    rm -f "$stamp"
    # A build that was interrupted leaves both behind.
    rm -rf "$cache/build/$part" "$cache/source/$part"
    read -r package suite <<<"${sources_of[$part]:-}"
    if [ -n "$package" ]; then
        unpack "$package" "$suite" "$cache/source/$part"
        # The newer sources that were looked for cannot be had.
        if [ "$(recipe_of "$part")" = "$former" ]; then
            rm -rf "$cache/source/$part"
            echo "$former" >"$stamp"
            return 0
        fi
    fi
    step "Building $part for Windows (its output: $log)"
    # In a shell of its own, so that `set -e` holds within it.
    SOURCE_DATE_EPOCH=$libraries_time bash -c "set -euo pipefail
        $(declare -p root cache prefix host jobs zic)
        $(declare -f configure compiler_launcher licence "build_$part")
        build_$part" >"$log" 2>&1 || { tail -n 30 "$log" >&2; fail "$part could not be built; see above and $log."; }
    find "$prefix" -name '*.dll' -exec "$host-strip" --strip-unneeded {} +
    rm -rf "$cache/build/$part" "$cache/source/$part"
    recipe_of "$part" >"$stamp"
}

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

# Its folder of settings for the whole machine is one that only an administrator can write to.
build_libpq() {
    local launcher folder
    launcher=$(compiler_launcher)
    mkdir -p "$cache/build/libpq"
    cd "$cache/build/libpq"
    "$cache/source/libpq/configure" --host="$host" --prefix="$prefix" \
        --sysconfdir=C:/Windows/postgresql --without-readline --without-zlib \
        --with-ssl=openssl CC="$launcher $host-gcc-posix" ZIC="$zic" CPPFLAGS="-I$prefix/include" \
        LDFLAGS="-L$prefix/lib" LIBS='-lws2_32 -lcrypt32'
    make -C src/backend generated-headers
    for folder in src/common src/port src/interfaces/libpq; do
        make -C "$folder" -j "$jobs"
    done
    make -C src/interfaces/libpq install
    make -C src/include install
    licence postgresql "$cache/source/libpq/COPYRIGHT"
}

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
    python3 "$root/installer/windows/attributions.py" "$cache/source/qtbase" text >"$prefix/share/licences/qt-third-party.txt"
    python3 "$root/installer/windows/attributions.py" "$cache/source/qtbase" list >"$prefix/share/qt-third-party.tsv"
}

build_qtkeychain() {
    # An option of Microsoft's compiler, which MinGW takes for the name of a file.
    sed -i 's|/utf-8||' "$cache/source/qtkeychain/qtkeychain/CMakeLists.txt"
    configure "$cache/source/qtkeychain" "$cache/build/qtkeychain" -DCMAKE_INSTALL_PREFIX="$prefix" \
        -DBUILD_WITH_QT6=ON -DBUILD_TRANSLATIONS=OFF -DBUILD_TEST_APPLICATION=OFF -DBUILD_TESTING=OFF
    cmake --build "$cache/build/qtkeychain" -j "$jobs"
    cmake --install "$cache/build/qtkeychain"
    licence qtkeychain "$cache/source/qtkeychain/COPYING"
}

# Headers only: those of Debian's package serve every compiler.
build_expected() {
    mkdir -p "$prefix/include" "$prefix/share/cmake"
    cp -rp /usr/include/tl "$prefix/include/"
    cp -rp /usr/share/cmake/tl-expected "$prefix/share/cmake/"
    licence tl-expected /usr/share/doc/libexpected-dev/copyright
    # Of the compiler's own libraries, which the programs bring along.
    licence gcc /usr/share/doc/gcc-mingw-w64-base/copyright /usr/share/common-licenses/GPL-3
    licence mingw-w64 /usr/share/doc/mingw-w64-common/copyright
}

build_pgquery() {
    local launcher name
    launcher=$(compiler_launcher)
    cd "$cache/source/pgquery"
    AR=$host-ar make -j "$jobs" OS=Windows_NT CC="$launcher $host-gcc-posix" libpg_query.a
    "$host-strip" --strip-debug libpg_query.a
    mkdir -p "$prefix/include" "$prefix/lib"
    cp pg_query.h "$prefix/include/"
    cp libpg_query.a "$prefix/lib/"
    licence libpg_query LICENSE
    # What lies in it has its licence at the head of its files.
    for name in protobuf-c xxhash; do
        sed '/\*\//q' "vendor/$name/$name.h" >"$cache/build/$name.txt"
        licence "$name" "$cache/build/$name.txt"
    done
}

# The private server for people who have none, in a folder of its own, with the extensions that need
# nothing else. ICU, LLVM and the languages that other programs bring along are left out, and its
# messages are English: it speaks to this program only. zlib is for pg_dump and pgcrypto, OpenSSL for
# pgcrypto, to which the server lends it.
build_server() {
    local launcher folder=$prefix/pgsql zlib=$cache/build/server/zlib name
    launcher=$(compiler_launcher)
    rm -rf "$folder"
    # The library without its DLL, which would have to come along.
    mkdir -p "$zlib"
    cp "/usr/$host/lib/libz.a" "$zlib/"
    cd "$cache/build/server"
    "$cache/source/server/configure" --host="$host" --prefix="$folder" --disable-nls \
        --without-readline --with-ssl=openssl CC="$launcher $host-gcc-posix" ZIC="$zic" \
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
