#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Runs under Wine what installer/windows/build.sh built, against PostgreSQL servers on Linux.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly root
readonly cache=${SOCRATES_WINDOWS_DIR:-$root/build-windows}
readonly programs=$cache/programs
readonly results=$cache/results

usage() {
    cat <<'TEXT'
Usage: bash installer/windows/test.sh [STEP]

  unit [NAME...]   the unit tests, and those with a server and with windows; or only the named ones
  credentials      Windows' store of passwords, read back by another process
  paths            passwords and folders with any letter, long paths, CRLF files, TLS
  installer        installs silently, runs what was installed (also where nothing can be written),
                   with its private server, through the window; upgrades in place, uninstalls
Without a step: all of them, in this order. What each test said, and the pictures, are in
build-windows/results.
TEXT
}

step() { printf '\n==> %s\n' "$*"; }

fail() {
    printf '\ntest.sh: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
    exit 1
}

# shellcheck source=installer/tools/packagetest.sh
. "$root/installer/tools/packagetest.sh"

# A folder that cannot be written to is made by a mount that nobody else sees.
if [ "$(id -u)" -eq 0 ] && [ -z "${SOCRATES_WINDOWS_TEST_ALONE:-}" ]; then
    export SOCRATES_WINDOWS_TEST_ALONE=yes
    exec unshare --mount --propagation private bash "${BASH_SOURCE[0]}" "$@"
fi

# --- Surroundings -----------------------------------------------------------

scratch=$(mktemp -d)

cleanup() {
    stop_keeper
    wineserver -k 2>/dev/null || true
    stop_display
    rm -rf "$scratch"
}
trap cleanup EXIT

# A Windows of its own for every run, so that nothing of an earlier one helps.
# A program that crashes must end, and not wait for a debugger.
export WINEPREFIX=$scratch/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=;mshtml=;winedbg.exe=d'
export LC_ALL=C.UTF-8

make_windows() {
    local font
    wineboot --init || return 1
    # Windows' own letters are not here.
    for font in 'Segoe UI' 'MS Shell Dlg' 'MS Shell Dlg 2' Tahoma; do
        wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$font" /d 'DejaVu Sans' /f || return 1
    done
}

start_surroundings() {
    bash "$root/installer/setup.sh" packages run test windows
    mkdir -p "$results"
    start_display
    WINEDEBUG='' make_windows >"$results/wine.txt" 2>&1 || fail "Wine could not make a Windows; what it said: $results/wine.txt"
    start_keeper
}

# winepath would cut a path at 260 characters.
windows_path() { printf 'Z:%s' "${1//\//\\}"; }

# What is not installed yet finds its libraries in the folders that they were built into.
use_built_libraries() {
    local library folders
    folders=$(windows_path "$cache/prefix/bin")
    SOCRATES_TEST_PG_BIN=$(windows_path "$cache/prefix/pgsql/bin")
    folders+=";$SOCRATES_TEST_PG_BIN"
    # Wine keeps QT_... to itself, unless the name begins with WINE. These fonts are those of the
    # tests that draw without a display.
    WINEQT_QPA_FONTDIR=$(windows_path /usr/share/fonts/truetype/dejavu)
    for library in libstdc++-6.dll libwinpthread-1.dll; do
        folders+=";$(windows_path "$(dirname "$(x86_64-w64-mingw32-g++-posix -print-file-name=$library)")")"
    done
    WINEPATH=$folders
    WINEQT_PLUGIN_PATH=$(windows_path "$cache/prefix/plugins")
    export WINEPATH WINEQT_PLUGIN_PATH WINEQT_QPA_FONTDIR SOCRATES_TEST_PG_BIN
}

# --- Tests ------------------------------------------------------------------

failed=()

# run_test NAME: a program of tests; what it says is kept.
run_test() {
    local name=$1 log=$results/$1.txt totals
    rm -f "$log"
    # QTest writes to a file: what it prints goes to a debugger when there is no console.
    if timeout 600 wine "$programs/tests/$name.exe" -o "$(windows_path "$log"),txt" 2>"$log.err" </dev/null \
        && totals=$(grep -a '^Totals:' "$log" | tr -d '\r'); then
        printf '%-28s %s\n' "$name" "$totals"
    else
        printf '%-28s FAILED, see %s\n' "$name" "$log"
        grep -a -A 3 '^FAIL!' "$log" | head -n 20 || true
        failed+=("$name")
    fi
}

command_unit() {
    use_built_libraries
    step 'The tests'
    local name
    if [ $# -eq 0 ]; then
        for name in "$programs"/tests/tst_*.exe; do
            name=$(basename "$name" .exe)
            # It needs a keyring's session; command_credentials runs the part that Windows has.
            [ "$name" = tst_credentials ] || set -- "$@" "$name"
        done
    fi
    for name in "$@"; do
        WINEQT_QPA_PLATFORM=offscreen run_test "$name"
    done
}

command_credentials() {
    use_built_libraries
    step "Windows' store of passwords"
    # Two processes: the second finds what the first has left.
    SOCRATES_TEST_KEYRING=unlocked run_test tst_credentials
    SOCRATES_TEST_KEYRING=kept run_test tst_credentials
}

# --- A pair of databases ----------------------------------------------------

certificates=''

# It also speaks TLS, as db.example.org, by an authority of its own; there is another one.
make_certificates() {
    local name
    certificates=$scratch/certificates
    mkdir -m 755 "$certificates"
    chmod 711 "$scratch"
    for name in authority other; do
        openssl req -x509 -newkey rsa:2048 -nodes -subj "/CN=$name" -days 2 \
            -keyout "$certificates/$name.key" -out "$certificates/$name.crt" 2>/dev/null
    done
    openssl req -newkey rsa:2048 -nodes -subj /CN=db.example.org \
        -keyout "$certificates/server.key" -out "$certificates/server.csr" 2>/dev/null
    openssl x509 -req -days 2 -in "$certificates/server.csr" -CA "$certificates/authority.crt" \
        -CAkey "$certificates/authority.key" -CAcreateserial -out "$certificates/server.crt" 2>/dev/null
    # The server reads its key as the user it runs as.
    [ "$(id -u)" -ne 0 ] || chown postgres "$certificates/server.key"
}

# One server on Linux for all of them.
start_tls_server() {
    [ -z "$port" ] || return 0
    make_certificates
    start_server ssl=on "ssl_cert_file=$certificates/server.crt" "ssl_key_file=$certificates/server.key"
}

# A command of the program that was built, or of the one that was installed; from a folder without a
# project.
where=$programs
migrate() {
    (cd "$scratch" && wine "$where/socrates-migrate.exe" "$@") 2>"$scratch/stderr" </dev/null >"$scratch/stdout" || return
    tr -d '\r' <"$scratch/stdout"
}

# with_pair LOGIN PASSWORD COMMAND...: the password as a .env file has it, UTF-8.
with_pair() {
    local login=$1 password=$2 name
    shift 2
    for name in AUTH SPECS; do
        printf "DATABASE_URL_%s='postgresql://%s:%s@127.0.0.1:%s/%s_%s'\n" \
            "$name" "$login" "$password" "$port" "$login" "${name,,}"
    done >"$scratch/env"
    migrate --project "$(windows_path "$project")" --env-file "$(windows_path "$scratch/env")" "$@"
}

check() {
    local what=$1
    shift
    if "$@" >"$scratch/output"; then
        printf 'ok      %s\n' "$what"
    else
        printf 'FAILED  %s\n' "$what"
        cat "$scratch/output" "$scratch/stderr" 2>/dev/null | sed 20q || true
        failed+=("$what")
    fi
}

project=$root/migrations

up_and_down() {
    with_pair "$1" "$2" upgrade && with_pair "$1" "$2" verify \
        && with_pair "$1" "$2" downgrade socrates_specs@base --yes-destroy-data "$1_specs" \
        && with_pair "$1" "$2" upgrade && with_pair "$1" "$2" verify
}

command_paths() {
    use_built_libraries
    start_tls_server
    step 'Names and passwords with any letter'
    make_pair umlaut 'Pässwörter-ß'
    make_pair greek 'κωδικός-πρόσβασης'
    make_pair cyrillic 'пароль-щ'
    check 'a password with ä: upgrade, verify, downgrade' up_and_down umlaut 'Pässwörter-ß'
    check 'a Greek password: upgrade, verify, downgrade' up_and_down greek 'κωδικός-πρόσβασης'
    check 'a Cyrillic password: upgrade, verify, downgrade' up_and_down cyrillic 'пароль-щ'

    step 'Folders and files'
    local deep=$scratch/deep part
    part=$(printf 'φάκελος με κενά, %.0s' 1 2 3)αρχεία
    while [ ${#deep} -lt 400 ]; do deep+="/$part"; done
    mkdir -p "$deep"
    cp -r "$root/migrations" "$deep/"
    find "$deep" -type f -exec sed -i 's/$/\r/' {} +
    project=$deep/migrations
    make_pair deep plain
    check 'CRLF files in a long folder with Greek letters' up_and_down deep plain
    project=$root/migrations

    step 'TLS'
    make_pair tls plain
    check 'the right certificate' with_certificate authority db.example.org
    check 'the certificate of another name is refused' refuses_certificate authority evil.example.org
    check 'the certificate of another authority is refused' refuses_certificate other db.example.org
}

# with_certificate AUTHORITY NAME: looks at a database of that name, by the libraries of Windows.
with_certificate() {
    local authority
    authority=$(windows_path "$certificates/$1.crt" | sed 's|\\|/|g; s|:|%3A|')
    migrate --project "$(windows_path "$project")" \
        --url "socrates_auth=postgresql://tls:plain@$2:$port/tls_auth?hostaddr=127.0.0.1&sslmode=verify-full&channel_binding=require&sslrootcert=$authority" \
        status
}

refuses_certificate() {
    local code=0
    with_certificate "$@" || code=$?
    [ "$code" -eq 4 ]
}

# --- The installer ----------------------------------------------------------

# Where Windows keeps things of the user, as a path of Linux.
user_folder() { winepath -u "$(wine cmd /c "echo %$1%" 2>/dev/null | tr -d '\r')" 2>/dev/null; }

list_of() { (cd "$1" && find . -type f -printf '%p %s %t\n' | LC_ALL=C sort); }

wait_until_gone() {
    local tries=0
    while [ -e "$1" ]; do
        sleep 0.5
        [ $((tries += 1)) -lt 120 ] || return 1
    done
}

has_key() { wine reg query "HKCU\\Software\\$1" >/dev/null 2>&1; }
lacks_key() { ! has_key "$1"; }

install_silently() { wine "$setup" /S >/dev/null 2>&1 && [ -e "$where/socrates-admin.exe" ]; }

install_without_server() {
    wine "$setup" /S /NOSERVER >/dev/null 2>&1 && [ -e "$where/socrates-admin.exe" ] && [ ! -e "$where/pgsql" ]
}

says_how_to_get_server() {
    local code=0
    migrate --private status || code=$?
    [ "$code" -ne 0 ] && grep -q 'installer of Socrates Admin' "$scratch/stderr"
}

# The uninstaller goes on in a copy of itself.
uninstall_silently() { wine "$where/uninstall.exe" /S "$@" >/dev/null 2>&1 && wait_until_gone "$where"; }

# install_to FOLDER [OPTION...]: silently, into a folder of Windows' without spaces.
install_to() { wine "$setup" /S "${@:2}" "/D=$1" >/dev/null 2>&1; }

# Somebody's own programs and project are not ours to remove or to write over.
leaves_folder_of_others() {
    local folder=$drive/tools
    mkdir -p "$folder/migrations"
    echo mine | tee "$folder/uninstall.exe" >"$folder/migrations/socrates.json"
    install_to 'C:\tools' && [ -e "$folder/Socrates Admin/socrates-admin.exe" ] \
        && [ "$(cat "$folder/uninstall.exe" "$folder/migrations/socrates.json")" = $'mine\nmine' ] \
        && [ "$(ls "$folder")" = $'Socrates Admin\nmigrations\nuninstall.exe' ]
}

# The same by its pages, with what a person presses; its last page offers to run the program.
is_begun_in_tools() { [ -e "$drive/tools/Socrates Admin" ]; }
is_installed_in_tools() { [ -e "$drive/tools/Socrates Admin/pgsql/bin/postgres.exe" ]; }
installs_by_its_pages() {
    rm -rf "$drive/tools"
    mkdir "$drive/tools"
    touch "$drive/tools/mine"
    wine explorer '/desktop=setup,1024x768' "$setup" '/D=C:\tools' 2>"$scratch/stderr" &
    window=$!
    picture_of_the_start setup-1-welcome || return 1
    in_step is_begun_in_tools Return Return Return Return && in_step is_installed_in_tools || return 1
    sleep 3
    picture setup-2-finished
    in_step is_closed space Return && [ "$(ls "$drive/tools")" = $'Socrates Admin\nmine' ] && touch "$drive/tools/uninstall.exe"
}

# A name of which no code page has all letters.
readonly any_letters='εφαρμογές-щ-ä'
moves_to_another_folder() {
    install_to "C:\\$any_letters" && [ -e "$drive/$any_letters/socrates-admin.exe" ] \
        && [ ! -e "$drive/tools/Socrates Admin" ] && [ -e "$drive/tools/uninstall.exe" ]
}

# has_copies OF: how many copies of changed revisions there are, and that they are of this file.
has_copies() {
    local -a copies
    mapfile -t copies < <(find "$own" -path '*/migrations before *' -type f)
    [ ${#copies[@]} -eq "$1" ] || { printf '%s\n' "${copies[@]}"; return 1; }
    [ "$1" -eq 0 ] || grep -q '^-- changed' "${copies[@]}"
}

readonly first_revision=socrates_auth/001_create_users_table.sql
copies_changed_revisions() {
    echo '-- changed' >>"$where/migrations/$first_revision"
    echo '-- added' >"$where/migrations/socrates_auth/005_own.sql"
    install_silently && ! grep -q '^-- changed' "$where/migrations/$first_revision" && has_copies 1 \
        && grep -q '^-- added' "$where/migrations/socrates_auth/005_own.sql" \
        && install_silently && has_copies 1
    rm -f "$where/migrations/socrates_auth/005_own.sql"
}

# What is there without an uninstaller to take it away.
copies_what_it_overwrites() {
    install_silently # over what was left by the check before
    rm -rf "$own"/migrations\ before\ * "$where/uninstall.exe"
    echo '-- changed' >>"$where/migrations/$first_revision"
    install_silently && ! grep -q '^-- changed' "$where/migrations/$first_revision" && has_copies 1
}

copies_what_it_removes() {
    rm -rf "$own"/migrations\ before\ *
    echo '-- changed' >>"$where/migrations/$first_revision"
    uninstall_silently /FORGET && has_copies 1
}

has_only_copies() { [[ $(ls "$own") = $'backups\nmigrations before '* && $(find "$own" -maxdepth 1 | wc -l) -eq 3 ]]; }

# Where the copy cannot be made the update ends with 2, and what somebody changed stays.
changes_nothing_without_copy() {
    local file=$where/migrations/CHECKLIST.md code=0
    echo changed >>"$file"
    mv "$own" "$own.aside"
    touch "$own"
    wine "$setup" /S >/dev/null 2>&1 || code=$?
    rm "$own"
    mv "$own.aside" "$own"
    [ "$code" -eq 2 ] && grep -q '^changed' "$file" && [ -e "$where/socrates-admin.exe" ]
}

# It is not taken for somebody else's when one of its programs is gone.
mends_itself() {
    rm "$where/socrates-migrate.exe"
    install_silently && [ -e "$where/socrates-migrate.exe" ] && [ ! -e "$where/Socrates Admin" ]
}

knows_programs_by_name() {
    grep -q 'Usage: socrates-migrate' < <(cd "$drive" && wine cmd /c "$(windows_path "$where/command-line.cmd")" 2>/dev/null)
}

# A silent update adds nothing that was left out, and /SERVER does.
leaves_out_again() {
    rm "$link" "$console"
    wine reg delete 'HKCU\Software\Classes\Directory\shell\SocratesAdmin' /f >/dev/null 2>&1
    install_without_server && install_silently && [ ! -e "$where/pgsql" ] && [ ! -e "$link" ] && [ ! -e "$console" ] \
        && lacks_key 'Classes\Directory\shell\SocratesAdmin' \
        && wine "$setup" /S /SERVER >/dev/null 2>&1 && [ -e "$where/pgsql/bin/postgres.exe" ]
}

# Where nothing can be written it ends with 2, and what is installed stays.
refuses_read_only_folder() {
    local folder=$drive/readonly code=0
    mkdir "$folder"
    mount --bind "$folder" "$folder"
    mount -o remount,bind,ro "$folder"
    install_to 'C:\readonly' || code=$?
    umount "$folder"
    [ "$code" -eq 2 ] && [ -z "$(ls -A "$folder")" ] && [ -e "$where/socrates-admin.exe" ]
}

has_licences() {
    local name
    for name in README qt-third-party qt-LGPL-3.0-only qt-GPL-3.0-only openssl postgresql gcc-copyright gcc-GPL-3 mingw-w64 \
        protobuf-c xxhash libpg_query qtkeychain zlib tl-expected socrates-admin; do
        [ -s "$where/licences/$name.txt" ] || { echo "no $name.txt"; return 1; }
    done
    for name in 'FreeType' 'PCRE2' 'LibPNG' 'LibJPEG' 'HarfBuzz' 'zlib' 'MD4C'; do
        grep -q -i "$name" "$where/licences/qt-third-party.txt" || { echo "no $name"; return 1; }
    done
}

# The window of the installed program, on the pair, until the databases have answered.
take_picture() {
    rm -f "$results/installed.png"
    timeout 180 wine "$where/socrates-admin.exe" --project "$(windows_path "$where/migrations")" \
        --url "socrates_auth=postgresql://installed:installed@127.0.0.1:$port/installed_auth" \
        --url "socrates_specs=postgresql://installed:installed@127.0.0.1:$port/installed_specs" \
        --screenshot "$(windows_path "$results")\\installed.png" 2>"$scratch/stderr"
    [ -s "$results/installed.png" ]
}

# --- Through the window -----------------------------------------------------

open_window() {
    (cd "$scratch" && exec wine explorer '/desktop=socrates,1400x900' "$where/socrates-admin.exe") 2>"$scratch/stderr" &
    window=$!
}

# Wine's own desktop does that.
focus_window() { :; }

keeps_password() { grep -q socrates-admin < <(wine reg query 'HKCU\Software\Wine\Credential Manager' /s 2>/dev/null); }
keeps_no_password() { ! keeps_password; }

# --- The private server -----------------------------------------------------

# With the project that was installed, on the server that was installed.
private_server_works() {
    migrate --private provision && migrate --private upgrade && migrate --private verify \
        && migrate --private backup && migrate --private status --check
}

finds_its_project() { grep -q 'Migrations: .*Programs.Socrates Admin.migrations' "$results/socrates-migrate-self-test.txt"; }
finds_its_server() { grep -q 'PostgreSQL [0-9.]* in .*pgsql.bin' "$results/socrates-migrate-self-test.txt"; }

private_server_runs() { [ -e "$own/private-server/data/postmaster.pid" ]; }
keeps_backups() { [ -n "$(find "$own/backups" -name '*.dump')" ]; }
private_server_rests() { ! private_server_runs; }

# The self-test of a whole installation says no "failed".
tests_itself() { (cd "$scratch" && wine "$where/$1.exe" --self-test) >"$results/$1-self-test.txt" 2>"$scratch/stderr"; }

command_installer() {
    local setup local_folder roaming link console drive
    setup=$(find "$programs" -maxdepth 1 -name 'socrates-admin-*-win64.exe' | head -n 1)
    [ -n "$setup" ] || fail 'there is no installer.' 'bash installer/windows/build.sh installer'
    unset WINEPATH WINEQT_PLUGIN_PATH WINEQT_QPA_FONTDIR SOCRATES_TEST_PG_BIN
    start_tls_server
    make_pair installed installed
    make_pair socrates "$window_password"
    local_folder=$(user_folder LOCALAPPDATA)
    roaming=$(user_folder APPDATA)
    where="$local_folder/Programs/Socrates Admin"
    link="$roaming/Microsoft/Windows/Start Menu/Programs/Socrates Admin.lnk"
    console="$roaming/Microsoft/Windows/Start Menu/Programs/Socrates Admin command line.lnk"
    drive=$WINEPREFIX/drive_c
    own=$local_folder/socrates-admin
    local before after files
    before=$(list_of "$local_folder"; list_of "$roaming")

    step "The installer, $(du -h "$setup" | cut -f 1)"
    check 'installs without a question' install_silently
    du -sh "$where" "$where/pgsql" | sed 's|\t.*/| |; s|^|        |'
    check 'is in the Start menu' test -e "$link" -a -e "$console"
    check 'brings the licences along' has_licences
    check 'its command prompt knows the programs by name' knows_programs_by_name
    check 'offers itself for folders' has_key 'Classes\Directory\shell\SocratesAdmin\command'
    files=$(list_of "$where")
    check 'the command line says its version' migrate --version
    check 'the installed program upgrades, verifies and downgrades' up_and_down installed installed
    check 'the command line tests itself' tests_itself socrates-migrate
    check 'and finds the project that was installed' finds_its_project
    check 'and the private server' finds_its_server
    check 'the desktop tests itself' tests_itself socrates-admin
    check 'the private server: created, upgraded, verified, backed up' private_server_works
    check 'connected, upgraded and downgraded in the window (results/window-*.png)' walk_through_window
    check 'the password is in the store of Windows' keeps_password
    check 'the window connects again by itself' connects_again
    check 'the window shows both databases (results/installed.png)' take_picture
    check 'nothing was written beside the programs' test "$files" = "$(list_of "$where")"
    if [ "$(id -u)" -eq 0 ]; then
        mount --bind "$where" "$where"
        mount -o remount,bind,ro "$where"
        check 'works where nothing can be written' tests_itself socrates-admin
        check 'and upgrades' up_and_down installed installed
        umount "$where"
    fi

    cp "$own/profiles.json" "$scratch/"
    check 'the private server outlives the window' private_server_runs
    check 'installs over itself' install_silently
    check 'having stopped the private server' private_server_rests
    check 'keeps saved connections when it does' cmp "$own/profiles.json" "$scratch/profiles.json"
    check 'uninstalls without a question' uninstall_silently
    check 'is out of the Start menu' test ! -e "$link" -a ! -e "$console"
    check 'is out of the registry' lacks_key 'Microsoft\Windows\CurrentVersion\Uninstall\SocratesAdmin'
    check 'offers itself no more' lacks_key 'Classes\Directory\shell\SocratesAdmin'
    check 'keeps saved connections when nobody was asked' cmp "$own/profiles.json" "$scratch/profiles.json"
    check 'and their passwords' keeps_password

    install_silently
    check 'finds all of it when it is installed again' connects_again
    check 'uninstalls with everything' uninstall_silently /FORGET
    check 'forgets the passwords' keeps_no_password
    check 'and the private server' wait_until_gone "$own/private-server"
    check 'keeps the backups, as nobody else has them' keeps_backups
    rm -r "$own/backups"
    after=$(list_of "$local_folder"; list_of "$roaming")
    # What the tests before had left there may go too.
    comm -13 <(sort <<<"$before") <(sort <<<"$after") >"$scratch/left"
    cat "$scratch/left"
    check 'nothing is left' test ! -s "$scratch/left"
    check 'installs without the private server' install_without_server
    check 'and says what to do for one' says_how_to_get_server
    # A PostgreSQL that was here before.
    WINEPATH=$(windows_path "$cache/prefix/pgsql/bin")
    export WINEPATH
    check 'a private server of another PostgreSQL' migrate --private provision
    check 'is stopped and removed as well' uninstall_silently /FORGET
    check 'with its data' wait_until_gone "$own"
    unset WINEPATH

    step 'Folders of any name, and what somebody chose before'
    check 'leaves a folder of others alone' leaves_folder_of_others
    check 'also by its pages (results/setup-*.png)' installs_by_its_pages
    check 'an update into another folder leaves nothing in the former' moves_to_another_folder
    where=$drive/$any_letters
    export SOCRATES_PRIVATE_SERVER_DIR="C:\\διακομιστής щ ä"
    check 'the private server, where no code page has all letters' private_server_works
    check 'and an update' install_silently
    check 'stops it' test ! -e "$drive/διακομιστής щ ä/data/postmaster.pid"
    unset SOCRATES_PRIVATE_SERVER_DIR
    check 'copies revisions that somebody changed' copies_changed_revisions
    check 'or changes nothing' changes_nothing_without_copy
    check 'copies what it writes over' copies_what_it_overwrites
    check 'mends itself' mends_itself
    check 'leaves out again what was left out' leaves_out_again
    [ "$(id -u)" -ne 0 ] || check 'refuses a folder that cannot be written to' refuses_read_only_folder
    check 'copies what uninstalling removes' copies_what_it_removes
    check 'and leaves nothing but those and the backups' in_step has_only_copies
    where=$programs
}

case "${1:-all}" in
    all | unit | credentials | paths | installer) start_surroundings ;;
    -h | --help | help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
esac
if [ "${1:-all}" = all ]; then
    command_unit
    command_credentials
    command_paths
    command_installer
else
    "command_$1" "${@:2}"
fi
[ ${#failed[@]} -eq 0 ] || fail "failed: ${failed[*]}"
step 'All passed'
