#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# install-packages.sh PACKAGE...: the part of the set-up that needs root, and all of it.
#
# Debian's PostgreSQL packages create a cluster "main" and start it. Nobody asked for a server of
# the system's own (the program makes a private one), so both are held back while the packages
# install, and what holds them back is taken away again afterwards.
set -euo pipefail

policy=/usr/sbin/policy-rc.d
cluster_folder=/etc/postgresql-common/createcluster.d
cluster_setting=$cluster_folder/socrates-admin-setup.conf
made_policy=no
made_setting=no

cleanup() {
    [ "$made_policy" = no ] || rm -f "$policy"
    [ "$made_setting" = no ] || rm -f "$cluster_setting"
    rmdir --ignore-fail-on-non-empty "$cluster_folder" 2>/dev/null || true
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# A policy that is already there is the administrator's, and stays.
if [ ! -e "$policy" ]; then
    made_policy=yes
    printf '#!/bin/sh\n# While installer/setup.sh of Socrates Admin installs packages.\nexit 101\n' >"$policy"
    chmod 755 "$policy"
fi
if [ ! -e "$cluster_setting" ]; then
    made_setting=yes
    mkdir -p "$cluster_folder"
    echo 'create_main_cluster = false' >"$cluster_setting"
fi

export DEBIAN_FRONTEND=noninteractive
options=(-qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0)
apt-get "${options[@]}" update
apt-get "${options[@]}" install -y --no-install-recommends "$@"
