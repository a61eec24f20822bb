"""What the console calls: `mingwen`, and `python -m mingwen`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from mingwen.cli import main


def run() -> None:
    """The command. Once it has said all it has to say, the process ends at once: Python would first free each value of
    a large site, and people would wait for it. Where it was stopped or failed, it ends in Python's own way."""
    try:
        main()
    except SystemExit as end:
        if end.code not in (0, 1):
            raise
        for stream in (sys.stdout, sys.stderr):
            # Whoever reads has seen enough.
            with suppress(BrokenPipeError):
                stream.flush()
        os._exit(end.code)


if __name__ == "__main__":
    run()
