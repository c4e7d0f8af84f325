#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# What can be checked of the installer for Windows where nothing of it was built: its script makes an
# installer, here of empty files, without a warning of NSIS; and the programs and the uninstaller are
# given to what signs them when there is a certificate, of which there is only the name here.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

mkdir -p "$folder"/files/{pgsql/bin,migrations}
touch "$folder"/files/socrates-{admin,migrate}.exe "$folder"/files/{pgsql/bin/postgres.exe,migrations/socrates.json}

# What signs lies two folders above package.cmake; this one notes what it was given.
installer="$folder/somebody's files/installer"
mkdir -p "$installer/windows"
cp "$root"/installer/windows/{package,signprograms}.cmake "$installer/windows/"
echo "[ \"\$1\" = --program ] && echo \"\$2\" >>'$folder/signed'" >"$installer/sign.sh"

cat >"$folder/script.cmake" <<CMAKE
set(CPACK_PACKAGE_VERSION 0.0.0)
set(CPACK_PACKAGE_VENDOR Nobody)
set(CPACK_TOPLEVEL_DIRECTORY "$folder")
set(CPACK_TEMPORARY_DIRECTORY "$folder/files")
set(CPACK_OUTPUT_FILE_NAME socrates-admin-win64.exe)
set(CPACK_NSIS_MUI_ICON "$root/resources/icons/socrates-admin.ico")
set(CPACK_NSIS_MUI_WELCOMEFINISHPAGE_BITMAP "$root/resources/icons/socrates-admin-installer.bmp")
set(CPACK_NSIS_DELETE_FILES "Delete \"\$INSTDIR\\\\socrates-admin.exe\"")
include("$installer/windows/package.cmake")
foreach(script IN LISTS CPACK_PRE_BUILD_SCRIPTS)
    include("\${script}")
endforeach()
configure_file("$root/installer/windows/NSIS.template.in" "$folder/setup.nsi" @ONLY)
CMAKE

make_installer() {
    rm -f "$folder/socrates-admin-win64.exe"
    cmake -P "$folder/script.cmake"
    makensis -V2 -WX "$folder/setup.nsi"
    [ -s "$folder/socrates-admin-win64.exe" ]
}

unset SOCRATES_CODE_CERTIFICATE
make_installer
[ ! -e "$folder/signed" ]
SOCRATES_CODE_CERTIFICATE=none make_installer
[ "$(wc -l <"$folder/signed")" -eq 3 ]
