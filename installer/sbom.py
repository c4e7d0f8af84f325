#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The bill of materials of an artefact, as CycloneDX 1.5 JSON on standard output.

    sbom.py debian --version V PACKAGE.deb PROGRAM...   from what the programs load, by dpkg's database
    sbom.py list --version V ARTEFACT VERSIONS LIST...  from lists (installer/windows/components.tsv); the
                                                        versions by files of folder VERSIONS, one a package

Says the same for the same input: its time is SOURCE_DATE_EPOCH, its number comes from the artefact.
"""
import argparse
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import uuid

# What Debian's copyright files do not say in one word. Of Qt we take the LGPL.
KNOWN = {
    'libpq5': 'PostgreSQL',
    'libqt6keychain1': 'BSD-3-Clause',
    'libc6': 'LGPL-2.1-or-later',
    'libstdc++6': 'GPL-3.0-or-later WITH GCC-exception-3.1',
    'libgcc-s1': 'GPL-3.0-or-later WITH GCC-exception-3.1',
    'libssl3': 'Apache-2.0',
    'libexpected-dev': 'CC0-1.0',
    'libsecret-1-0': 'LGPL-2.1-or-later',
}
KNOWN_PREFIXES = {'libqt6': 'LGPL-3.0-only', 'qt6-qpa-plugins': 'LGPL-3.0-only'}
# Compiled into the programs, so that no library tells of them.
COMPILED_IN = ['libexpected-dev']
# Loaded while running, with all that they load: the window's platforms, and QtKeychain's way to
# the keyring.
LOADED_LATER = ['libsecret-1-0', 'qt6-qpa-plugins']


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def libraries(program):
    """Of every library that the program loads: the name it is asked for, and the file."""
    return dict(re.findall(r'(\S+) => (/\S+) \(0x', output('ldd', program)))


def needed(program):
    """Those of them that the program itself asks for."""
    return set(re.findall(r'NEEDED\s+(\S+)', output('objdump', '-p', program)))


def owners(paths):
    """The Debian packages of the files. dpkg knows some by the path before /usr was merged."""
    wanted = {os.path.realpath(path) for path in paths}
    both = sorted(wanted | {path.removeprefix('/usr') for path in wanted})
    answer = subprocess.run(['dpkg-query', '-S', *both], capture_output=True, text=True)
    result = {}
    for package, path in re.findall(r'^([^:,\s]+)\S*: (/\S+)$', answer.stdout, re.MULTILINE):
        result[os.path.realpath(path)] = package
    if unknown := wanted - result.keys():
        sys.exit(f'sbom.py: no Debian package owns {", ".join(sorted(unknown))}')
    return {path: result[os.path.realpath(path)] for path in paths}


def declared_licences(package):
    """The licences that its copyright file names, in Debian's words."""
    path = pathlib.Path('/usr/share/doc', package, 'copyright')
    if not path.exists():
        return []
    text = path.read_text(encoding='utf-8', errors='replace')
    return sorted(set(re.findall(r'^License: *(\S[^\n]*?) *$', text, re.MULTILINE)))


def licences(package):
    known = KNOWN.get(package)
    for prefix, licence in KNOWN_PREFIXES.items():
        if known is None and package.startswith(prefix):
            known = licence
    if known:
        return [{'expression': known}] if ' ' in known else [{'license': {'id': known}}]
    return [{'license': {'name': name}} for name in declared_licences(package)] \
        or [{'license': {'name': f'see /usr/share/doc/{package}/copyright'}}]


def debian_component(package, how):
    fields = output('dpkg-query', '-W', '-f',
                    '${Version}\t${Architecture}\t${source:Package}\t${Homepage}\n', package)
    version, architecture, source, homepage = fields.splitlines()[0].split('\t')
    reference = f'pkg:deb/debian/{package}@{version}?arch={architecture}'
    component = {
        'type': 'library', 'bom-ref': reference, 'name': package, 'version': version,
        'licenses': licences(package), 'purl': reference,
        'properties': [{'name': 'socrates:use', 'value': how},
                       {'name': 'debian:source', 'value': source}],
    }
    if homepage:
        component['externalReferences'] = [{'type': 'website', 'url': homepage}]
    return component


def files_of(package):
    return [path for path in output('dpkg-query', '-L', package).split()
            if re.search(r'\.so(\.|$)', path) and not os.path.islink(path)]


def debian_components(programs):
    loaded, direct = set(), set()
    for program in programs:
        found, own = libraries(program), needed(program)
        loaded.update(found.values())
        direct.update(path for name, path in found.items() if name in own)
    for package in LOADED_LATER:
        for path in files_of(package):
            loaded.update(libraries(path).values())
    package_of = owners(loaded)
    uses = {package: 'loaded by a library' for package in package_of.values()}
    uses.update({package_of[path]: 'loaded by the program' for path in direct})
    uses.update({package: 'loaded while running, when it is wanted' for package in LOADED_LATER})
    uses.update({package: 'compiled in' for package in COMPILED_IN})
    return [debian_component(package, uses[package]) for package in sorted(uses)]


def version_of(package, versions):
    """Of the sources that it was built from; of what was not built from sources, of what is installed."""
    built = pathlib.Path(versions, package)
    if built.exists():
        return built.read_text(encoding='utf-8').strip()
    answer = subprocess.run(['dpkg-query', '-W', '-f', '${Version}', package],
                            capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit(f'sbom.py: {versions} has no {package}, and it is not installed')
    return answer.stdout


def listed_components(path, versions):
    components = []
    for number, line in enumerate(pathlib.Path(path).read_text(encoding='utf-8').splitlines(), 1):
        if not line.strip() or line.startswith('#'):
            continue
        fields = line.split('\t')
        if len(fields) not in (4, 5):
            sys.exit(f'{path}:{number}: wanted are name, package, licence, address and, of what lies '
                     'inside of another, its version, parted by tabs')
        name, package, licence, address, own_version = (fields + [''])[:5]
        package, _, inside = package.partition('#')
        version = version_of(package, versions)
        reference = f'pkg:deb/debian/{package}@{version}' + (f'#{inside}' if inside else '')
        component = {'type': 'library', 'bom-ref': reference, 'name': name, 'version': own_version or version,
                     'licenses': [{'expression': licence}], 'purl': reference}
        if address:
            component['externalReferences'] = [{'type': 'website', 'url': address}]
        components.append(component)
    return components


def document(artefact, version, components):
    digest = hashlib.sha256(pathlib.Path(artefact).read_bytes()).hexdigest()
    made = datetime.datetime.fromtimestamp(int(os.environ.get('SOURCE_DATE_EPOCH', '0')),
                                           datetime.timezone.utc)
    reference = f'socrates-admin@{version}'
    return {
        'bomFormat': 'CycloneDX', 'specVersion': '1.5', 'version': 1,
        'serialNumber': f'urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest)}',
        'metadata': {
            'timestamp': made.strftime('%Y-%m-%dT%H:%M:%SZ'),
            'component': {
                'type': 'application', 'bom-ref': reference, 'name': 'socrates-admin',
                'version': version, 'licenses': [{'license': {'id': 'MIT'}}],
                'hashes': [{'alg': 'SHA-256', 'content': digest}],
                'properties': [{'name': 'socrates:file', 'value': os.path.basename(artefact)}]},
        },
        'components': components,
        'dependencies': [{'ref': reference, 'dependsOn': [c['bom-ref'] for c in components]}],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    kinds = parser.add_subparsers(dest='kind', required=True)
    debian = kinds.add_parser('debian')
    debian.add_argument('artefact')
    debian.add_argument('programs', nargs='+')
    listed = kinds.add_parser('list')
    listed.add_argument('artefact')
    listed.add_argument('versions')
    listed.add_argument('lists', nargs='+')
    for kind in (debian, listed):
        kind.add_argument('--version', required=True)
    given = parser.parse_args()
    components = debian_components(given.programs) if given.kind == 'debian' \
        else [component for path in given.lists for component in listed_components(path, given.versions)]
    json.dump(document(given.artefact, given.version, components), sys.stdout, indent=2,
              ensure_ascii=False)
    print()


main()
