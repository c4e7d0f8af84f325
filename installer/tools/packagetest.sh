# shellcheck shell=bash
# SPDX-License-Identifier: MIT
#
# What the tests of both packages do with an installed program: a server for it, and its window worked by
# the keyboard. Sourced by linux/test-package.sh and windows/test.sh, which have `fail`, the folders
# `root`, `scratch` and `results` (for pictures), and:
#   open_window   starts the installed desktop and sets `window` to its process
#   focus_window  called before keys are pressed
# shellcheck disable=SC2154 # those variables

unset "${!PG@}" # they would tell psql another server

# Much of what is called here is told to be silent; what ends the test says so.
set -o errtrace
trap 'printf "%s, line %s: this ended with %s: %s\n" "${BASH_SOURCE[0]##*/}" "$LINENO" "$?" "$BASH_COMMAND" >&2' ERR

# --- A server -----------------------------------------------------------------

# Descriptor 7 is the keeper's, and the server ends with it.
readonly superuser_password='Διαχειριστής-ä-пароль'
port=''
keeper=''

start_keeper() {
    python3 -B "$root/tests/support/serverkeeper.py" "$scratch/keeper" &
    keeper=$!
    wait_for 'the keeper of the test server (python3)' "$scratch/keeper" "$keeper"
    SOCRATES_TEST_KEEPER=$(cat "$scratch/keeper")
    export SOCRATES_TEST_KEEPER
}

# wait_for WHAT FILE PROCESS: until the process has written to the file.
wait_for() {
    local tries=0
    until [ -s "$2" ]; do
        if ! kill -0 "$3" 2>/dev/null || [ $((tries += 1)) -ge 300 ]; then fail "$1 does not start."; fi
        sleep 0.1
    done
}

# It ends its servers first.
stop_keeper() { [ -z "$keeper" ] || { kill "$keeper" && wait "$keeper"; } 2>/dev/null || true; }

ask_keeper() {
    local answer
    printf '%s\n' "$1" >&7
    read -r answer <&7
    case "$answer" in *'"error"'*) fail "the test server: $answer" ;; esac
    printf '%s\n' "$answer"
}

# start_server [SETTING...]: as "name=value".
start_server() {
    local settings=''
    [ $# -eq 0 ] || settings=$(printf ', "%s"' "$@")
    exec 7<>"/dev/tcp/127.0.0.1/$SOCRATES_TEST_KEEPER"
    port=$(ask_keeper "{\"do\": \"create\", \"arguments\": [\"$superuser_password\"$settings]}" | tr -dc '0-9')
    ask_keeper '{"do": "start", "arguments": []}' >/dev/null
}

sql() {
    PGPASSWORD=$superuser_password psql -X -q -A -t -v ON_ERROR_STOP=1 \
        -h 127.0.0.1 -p "$port" -U postgres -d "${2:-postgres}" -c "$1"
}

# make_pair LOGIN PASSWORD: a pair of empty databases that belong to a login of their own.
make_pair() {
    local name
    sql "CREATE ROLE \"$1\" LOGIN PASSWORD '$2'"
    for name in auth specs; do
        sql "CREATE DATABASE \"$1_$name\" OWNER \"$1\""
    done
}

# --- A display ----------------------------------------------------------------

display=''

start_display() {
    # It chooses a free number itself, and says which.
    Xvfb -displayfd 3 -screen 0 1400x900x24 3>"$scratch/display" 2>/dev/null &
    display=$!
    wait_for 'the display (Xvfb)' "$scratch/display" "$display"
    DISPLAY=:$(cat "$scratch/display")
    export DISPLAY
}

stop_display() { [ -z "$display" ] || kill "$display" 2>/dev/null || true; }

picture() { import -window root "$results/$1.png"; }

# A picture as soon as there is more to see than an empty screen: no key goes to a window that is
# still to come, however busy the machine.
picture_of_the_start() {
    local tries colours
    for tries in $(seq 120); do
        picture "$1"
        colours=$(identify -format %k "$results/$1.png") || return 1
        [ "$colours" -lt 50 ] || return 0
        sleep 1
    done
    return 1
}

# in_step CHECK KEYS...: presses the keys until the check succeeds. A key may come before the window
# is ready for it, so after a while once more.
in_step() {
    local check=$1 tries key
    shift
    for tries in $(seq 60); do
        if [ $((tries % 20)) -eq 1 ]; then
            for key in "$@"; do
                focus_window
                case "$key" in
                    text:*) xdotool type "${key#text:}" ;;
                    *) xdotool key "$key" ;;
                esac
                sleep 3
            done
        fi
        ! "$check" || return 0
        sleep 1
    done
    return 1
}

# --- Through the window ---------------------------------------------------------

# Of the pair socrates_auth and socrates_specs, by the login socrates with this password.
readonly window_password='κωδικός-ä-щ'

window_password_in_address() { python3 -c 'import sys, urllib.parse; print(urllib.parse.quote(sys.argv[1]))' "$window_password"; }
version_of() { sql 'SELECT version_num FROM alembic_version' "socrates_$1" 2>/dev/null; }
is_connected() {
    [ "$(sql "SELECT count(DISTINCT datname) FROM pg_stat_activity WHERE datname LIKE 'socrates\_%'")" = 2 ]
}
is_disconnected() { ! is_connected; }
is_upgraded() { [ "$(version_of auth) $(version_of specs)" = '002 004' ]; }
is_downgraded() { [ "$(version_of specs)" = 003 ]; }
is_closed() { ! kill -0 "$window" 2>/dev/null; }

# By the keyboard, as a person would, from the first start: connect with a pasted address, upgrade
# (which verifies), downgrade with the name typed, quit.
walk_through_window() {
    local address
    address=postgresql://socrates:$(window_password_in_address)@127.0.0.1:$port/socrates_auth
    open_window
    picture_of_the_start window-1-home || return 1
    sleep 3
    in_step is_connected space "text:$address" Return Return || return 1
    sleep 5
    picture window-2-connected
    in_step is_upgraded ctrl+u Return || return 1
    sleep 5
    picture window-3-verified
    in_step is_downgraded ctrl+shift+u Return text:socrates_specs Tab space || return 1
    sleep 3
    picture window-4-downgraded
    in_step is_closed ctrl+q
}

# What the first start kept is enough for the next one: its connections, and the system's own store of
# passwords.
connects_again() {
    in_step is_disconnected || return 1 # the window before
    open_window
    in_step is_connected || return 1
    sleep 5
    picture window-5-again
    in_step is_closed ctrl+q
}
