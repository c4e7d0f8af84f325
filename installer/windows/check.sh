#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# What can be checked of the installer for Windows where nothing of it was built: its script makes an
# installer, here of empty files, without a warning of NSIS.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

mkdir -p "$folder"/files/{pgsql/bin,migrations}
touch "$folder"/files/socrates-{admin,migrate}.exe "$folder"/files/{pgsql/bin/postgres.exe,migrations/socrates.json}
cat >"$folder/script.cmake" <<CMAKE
set(CPACK_PACKAGE_VERSION 0.0.0)
set(CPACK_PACKAGE_VENDOR Nobody)
set(CPACK_TOPLEVEL_DIRECTORY "$folder")
set(CPACK_TEMPORARY_DIRECTORY "$folder/files")
set(CPACK_OUTPUT_FILE_NAME socrates-admin-win64.exe)
set(CPACK_NSIS_MUI_ICON "$root/resources/icons/socrates-admin.ico")
set(CPACK_NSIS_MUI_WELCOMEFINISHPAGE_BITMAP "$root/resources/icons/socrates-admin-installer.bmp")
set(CPACK_NSIS_DELETE_FILES "Delete \"\$INSTDIR\\\\socrates-admin.exe\"")
configure_file("$root/installer/windows/NSIS.template.in" "$folder/setup.nsi" @ONLY)
CMAKE
cmake -P "$folder/script.cmake"
makensis -V2 -WX "$folder/setup.nsi"
[ -s "$folder/socrates-admin-win64.exe" ]
