"""The code that makes pages, as one fingerprint: another version makes everything anew."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingwen.store import Store

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


# Nanoseconds: files that changed so lately may change again without looking different.
TOO_NEW = 2_000_000_000
_known: list[bytes] = []


def engine() -> bytes:
    """The fingerprint of our sources, of Python, and of the packages that work on pages; made once a process."""
    if not _known:
        _known.append(_read())
    return _known[0]


def recall(store: Store) -> None:
    """Take the fingerprint from a store where no source looks different from when it was made: reading all of them
    takes ten times as long as looking."""
    if _known:
        return
    signs, latest = _looks()
    if known := store.value("engine", "", signs):
        _known.append(known)
    elif time.time_ns() - latest > TOO_NEW:
        store.keep("engine", [("", signs, engine())])


def _read() -> bytes:
    total = _total()
    for path in _sources(Path(__file__).parent):
        with open(path, "rb") as file:  # noqa: PTH123 - read at every start
            data = file.read()
        total.update(f"{len(data)}\0".encode())
        total.update(data)
    return total.digest()


def _looks() -> tuple[bytes, int]:
    """The fingerprint of how all sources look, and when the last of them changed, in ns."""
    total, latest = _total(), 0
    for path in _sources(Path(__file__).parent):
        stat = os.stat(path)  # noqa: PTH116 - for every file of ours
        total.update(f"{path}\0{stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_size} {stat.st_ino}\0".encode())
        latest = max(latest, stat.st_mtime_ns, stat.st_ctime_ns)
    return total.digest(), latest


def _total() -> hashlib.blake2b:
    """What goes into both: Python and the packages."""
    total = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for name in _versions():
        total.update(name.encode())
    return total


def _sources(package: Path) -> list[str]:
    found: list[str] = []
    waiting = [os.fspath(package / part) for part in PARTS if (package / part).exists()]
    while waiting:
        path = waiting.pop()
        if path.endswith(".py"):
            found.append(path)
        elif os.path.isdir(path) and not path.endswith("__pycache__"):  # noqa: PTH112 - at every start
            waiting += [entry.path for entry in os.scandir(path)]
        elif path.endswith((".toml", ".json", ".txt")):
            found.append(path)
    return sorted(found)


def _versions() -> list[str]:
    """ "jinja2-3.1.5.dist-info" and its like: reading folders' names is quicker than asking importlib.metadata."""
    found = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - at every start
        except OSError:
            continue
        found |= {
            name.lower() for name in names if name.endswith(".dist-info") and name.partition("-")[0].lower() in PACKAGES
        }
    return sorted(found)
