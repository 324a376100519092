"""The command ``selon``; one file a command, one for each form of output."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command. ``--version`` alone is answered before anything slow is imported."""
    if sys.argv[1:] == ["--version"]:
        from selon._version import __version__

        print(f"selon {__version__}")
        return
    from selon.cli.app import app

    app(prog_name="selon")
