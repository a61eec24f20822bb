"""The code that makes pages, as one fingerprint: another version makes everything anew."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

# What a page's text and findings come from. Commands, importers and publishers make no pages.
PARTS = (
    "model.py", "fingerprint.py", "finishing.py", "traditional.py", "reading", "planning", "rendering", "linting",
    "speaking",
)  # fmt: skip
# The packages whose version may show in a page, by the names of their folders.
PACKAGES = (
    "budoux", "coloraide", "cssselect2", "jinja2", "markdown_it_py", "markupsafe",
    "mdit_py_plugins", "nh3", "opencc", "pydantic", "pydantic_core", "pypinyin", "pyyaml", "segno", "tinycss2",
    "turbohtml",
)  # fmt: skip


@cache
def engine() -> bytes:
    """The fingerprint of our sources, of Python, and of the packages that work on pages."""
    total = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for name in _versions():
        total.update(name.encode())
    for path in _sources(Path(__file__).parent):
        with open(path, "rb") as file:  # noqa: PTH123 - read at every start
            data = file.read()
        total.update(f"{len(data)}\0".encode())
        total.update(data)
    return total.digest()


def _sources(package: Path) -> list[str]:
    found: list[str] = []
    waiting = [os.fspath(package / part) for part in PARTS if (package / part).exists()]
    while waiting:
        path = waiting.pop()
        if path.endswith(".py"):
            found.append(path)
        elif os.path.isdir(path) and not path.endswith("__pycache__"):  # noqa: PTH112 - see above
            waiting += [entry.path for entry in os.scandir(path)]
        elif path.endswith((".toml", ".json", ".txt")):
            found.append(path)
    return sorted(found)


def _versions() -> list[str]:
    """ "jinja2-3.1.5.dist-info" and its like: reading folders' names is quicker than asking importlib.metadata."""
    found = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - see above
        except OSError:
            continue
        found |= {
            name.lower() for name in names if name.endswith(".dist-info") and name.partition("-")[0].lower() in PACKAGES
        }
    return sorted(found)
