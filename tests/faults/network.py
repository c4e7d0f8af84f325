# SPDX-License-Identifier: MIT
"""A network that can be cut without anybody being told: the program and the server each in a
namespace of the network, the campaign between them."""

import itertools
import os
import shutil
import subprocess


def obstacle():
    """Why there can be none here; empty when there can."""
    if os.geteuid() != 0:
        return "only root may make namespaces of the network"
    for program in ("ip", "setpriv"):
        if not shutil.which(program):
            return f"there is no program {program} (package iproute2, util-linux)"
    probe = f"socrates{os.getpid()}t"
    if subprocess.run(["ip", "netns", "add", probe], capture_output=True, check=False).returncode:
        return "namespaces of the network are forbidden here"
    ip("netns", "del", probe)
    return ""


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True, capture_output=True)


class Cable:
    """Between the campaign (`near`) and a namespace (`far`)."""

    numbers = itertools.count()

    def __init__(self, letter):
        # Numbers of this process, so that neither two campaigns meet nor two networks of one.
        letter += str(next(self.numbers))
        base = f"10.{200 + int(letter[1:])}.{os.getpid() % 250}"
        self.near, self.far = base + ".1", base + ".2"
        self.namespace = f"socrates{os.getpid()}{letter}"
        self.device = f"sc{os.getpid()}{letter}"
        ip("netns", "add", self.namespace)
        ip("link", "add", self.device, "type", "veth", "peer", "name", "cable", "netns", self.namespace)
        ip("addr", "add", self.near + "/30", "dev", self.device)
        ip("link", "set", self.device, "up")
        for line in (["addr", "add", self.far + "/30", "dev", "cable"], ["link", "set", "cable", "up"],
                     ["link", "set", "lo", "up"]):
            ip("netns", "exec", self.namespace, "ip", *line)

    def cut(self):
        ip("link", "set", self.device, "down")

    def join(self):
        ip("link", "set", self.device, "up")

    def remove(self):
        ip("netns", "del", self.namespace)  # its end of the cable goes with it, and so the other


class Network:
    def __init__(self):
        self.program = Cable("p")
        self.server = Cable("s")

    def cut(self):
        for cable in (self.program, self.server):
            cable.cut()

    def join(self):
        for cable in (self.program, self.server):
            cable.join()

    def remove(self):
        for cable in (self.program, self.server):
            cable.remove()
