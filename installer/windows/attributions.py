#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What others wrote of Qt's sources, by the files in which Qt says so (qt_attribution.json).

    attributions.py FOLDER text   their copyrights and licences, to bring along with Qt's libraries
    attributions.py FOLDER list   a line for each, as installer/sbom.py reads it
"""
import json
import pathlib
import re
import sys

# Of other systems, of tests, and of parts that libraries.sh leaves out.
NOT_FOR_WINDOWS = re.compile(
    r'/(testlib|vulkan|VulkanMemoryAllocator|android|cocoa|forkfd|gradle|wasm|xcb)/'
    r'|dbus|qeventdispatcher_cf|wintab|iaccessible2')


def attributions(folder):
    """(its file, what it says) of each, in the order of their folders."""
    paths = sorted(pathlib.Path(folder, 'src').rglob('qt_attribution.json'))
    if not paths:
        sys.exit(f'attributions.py: {folder} holds no sources of Qt')
    for path in paths:
        # Qt's own reader takes line breaks within texts as well.
        found = json.loads(path.read_text(encoding='utf-8'), strict=False)
        for entry in found if isinstance(found, list) else [found]:
            if not NOT_FOR_WINDOWS.search(f'/{path.relative_to(folder).as_posix()}{entry["Id"]}'):
                yield path, entry


def expression(entry):
    """Its licence as SPDX has it; Qt's files have "or" in small letters, and one of them no id."""
    words = re.sub(r' (or|and) ', lambda word: word[0].upper(), entry.get('LicenseId') or entry['License'])
    is_expression = ' ' not in words or re.search(' (OR|AND|WITH) ', words)
    return words if is_expression else 'LicenseRef-' + re.sub(r'\W+', '-', words)


def texts(path, entry):
    names = entry.get('LicenseFiles') or [entry[key] for key in ('LicenseFile',) if key in entry]
    return [(path.parent / name).read_text(encoding='utf-8', errors='replace') for name in names]


def write_text(folder):
    print("Parts of Qt's libraries that others wrote, each with its copyright and its licence.\n"
          'They are inside of Qt6Core.dll, Qt6Gui.dll and their like.')
    for path, entry in attributions(folder):
        copyright_lines = entry.get('Copyright', '')
        if isinstance(copyright_lines, list):
            copyright_lines = '\n'.join(copyright_lines)
        print('\n' + '=' * 78)
        print(f'{entry["Name"]} {entry.get("Version", "")}'.rstrip(), f'({expression(entry)})')
        print(entry.get('Homepage', ''))
        print(f'\n{copyright_lines}')
        for text in texts(path, entry):
            print(f'\n{text.rstrip()}')


def write_list(folder):
    for _, entry in attributions(folder):
        print(f'{entry["Name"]} (inside of Qt)', f'qt6-base#{entry["Id"]}', expression(entry),
              entry.get('Homepage', ''), entry.get('Version', '').split(',')[0], sep='\t')


def main():
    kinds = {'text': write_text, 'list': write_list}
    if len(sys.argv) != 3 or sys.argv[2] not in kinds:
        sys.exit(__doc__)
    kinds[sys.argv[2]](sys.argv[1])


main()
