# SPDX-License-Identifier: MIT
class Broken(Exception):
    """A case that shows a fault of the program."""
