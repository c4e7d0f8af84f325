#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Signs what installer/release.sh made. The keys are the releaser's and never in the repository.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: bash installer/sign.sh FOLDER
       bash installer/sign.sh --program FILE.exe

Signs the artefacts of a release in FOLDER and writes SHA256SUMS anew; or signs one program, as
installer/windows/build.sh does with those that go into the installer, and the uninstaller, when the
certificate is named in its environment as well. Each key that is named in the environment is used,
and at least one must be:

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

artefacts() { sed 's/^[0-9a-f]*  //' "$folder/SHA256SUMS"; }

# sign_program FILE: Authenticode, in place.
sign_program() {
    command -v osslsigncode >/dev/null || fail 'osslsigncode is missing: apt-get install osslsigncode'
    local -a options=(-pkcs12 "$SOCRATES_CODE_CERTIFICATE" -h sha256 -n 'Socrates Admin')
    [ -z "${SOCRATES_CODE_PASSWORD_FILE:-}" ] || options+=(-readpass "$SOCRATES_CODE_PASSWORD_FILE")
    [ -z "${SOCRATES_TIMESTAMP_URL:-}" ] || options+=(-ts "$SOCRATES_TIMESTAMP_URL")
    rm -f "$1.signed"
    osslsigncode sign "${options[@]}" -in "$1" -out "$1.signed"
    # Whoever may run the file may still.
    cat "$1.signed" >"$1"
    rm "$1.signed"
}

folder=${1:-}
case $folder in
    -h | --help) usage; exit 0 ;;
    '') usage >&2; exit 2 ;;
esac
if [ "$folder" = --program ]; then
    [ -f "${2:-}" ] || fail 'which program?'
    [ -n "${SOCRATES_CODE_CERTIFICATE:-}" ] || fail 'SOCRATES_CODE_CERTIFICATE names no certificate.'
    sign_program "$2"
    exit
fi
[ -f "$folder/SHA256SUMS" ] || fail "$folder holds no release: bash installer/release.sh makes one."
[ -n "${SOCRATES_GPG_KEY:-}${SOCRATES_CODE_CERTIFICATE:-}" ] || { usage >&2; exit 2; }
(cd "$folder" && sha256sum --quiet --check SHA256SUMS) || fail 'the artefacts are not those that were made.'

if [ -n "${SOCRATES_CODE_CERTIFICATE:-}" ]; then
    program=$(artefacts | grep '[.]exe$') || fail "there is no program for Windows in $folder"
    sign_program "$folder/$program"
fi
mapfile -t names < <(artefacts)
(cd "$folder" && sha256sum "${names[@]}" >SHA256SUMS.new && mv SHA256SUMS.new SHA256SUMS)
[ -z "${SOCRATES_GPG_KEY:-}" ] \
    || gpg --batch --yes --local-user "$SOCRATES_GPG_KEY" --armor --detach-sign "$folder/SHA256SUMS"
printf 'Signed. Who downloads checks:  gpg --verify SHA256SUMS.asc && sha256sum --check SHA256SUMS\n'
