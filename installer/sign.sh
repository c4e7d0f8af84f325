#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Signs what installer/release.sh made. The keys are the releaser's and never in the repository.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: bash installer/sign.sh FOLDER

Signs the artefacts of a release in FOLDER and writes SHA256SUMS anew. Each key that is named in the
environment is used, and at least one must be:

  SOCRATES_GPG_KEY           id of an OpenPGP key: signs SHA256SUMS (SHA256SUMS.asc), which covers all
  SOCRATES_CODE_CERTIFICATE  PKCS#12 file with a code-signing certificate: Authenticode for *.exe
                             (needs osslsigncode)
  SOCRATES_CODE_PASSWORD_FILE  file with that certificate's password
  SOCRATES_TIMESTAMP_URL     RFC 3161 time stamps for Authenticode, so that signatures outlive the
                             certificate
TEXT
}

fail() {
    printf 'sign.sh: %s\n' "$*" >&2
    exit 1
}

sign_windows() {
    command -v osslsigncode >/dev/null || fail 'osslsigncode is missing: apt-get install osslsigncode'
    local -a options=(-pkcs12 "$SOCRATES_CODE_CERTIFICATE" -h sha256 -n 'Socrates Admin')
    [ -z "${SOCRATES_CODE_PASSWORD_FILE:-}" ] || options+=(-readpass "$SOCRATES_CODE_PASSWORD_FILE")
    [ -z "${SOCRATES_TIMESTAMP_URL:-}" ] || options+=(-ts "$SOCRATES_TIMESTAMP_URL")
    local program
    for program in "$folder"/*.exe; do
        [ -e "$program" ] || fail "there is no program for Windows in $folder"
        osslsigncode sign "${options[@]}" -in "$program" -out "$program.signed"
        mv "$program.signed" "$program"
    done
}

folder=${1:-}
case $folder in
    -h | --help) usage; exit 0 ;;
    '') usage >&2; exit 2 ;;
esac
[ -f "$folder/SHA256SUMS" ] || fail "$folder holds no release: bash installer/release.sh makes one."
[ -n "${SOCRATES_GPG_KEY:-}${SOCRATES_CODE_CERTIFICATE:-}" ] || { usage >&2; exit 2; }
(cd "$folder" && sha256sum --quiet --check SHA256SUMS) || fail 'the artefacts are not those that were made.'

[ -z "${SOCRATES_CODE_CERTIFICATE:-}" ] || sign_windows
(cd "$folder" && find . -maxdepth 1 -type f ! -name 'SHA256SUMS*' -printf '%P\n' | sort | xargs sha256sum >SHA256SUMS)
[ -z "${SOCRATES_GPG_KEY:-}" ] \
    || gpg --batch --yes --local-user "$SOCRATES_GPG_KEY" --armor --detach-sign "$folder/SHA256SUMS"
printf 'Signed. Who downloads checks:  gpg --verify SHA256SUMS.asc && sha256sum --check SHA256SUMS\n'
