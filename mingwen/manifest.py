"""SHA256SUMS: what a folder holds, in the form that `sha256sum -c` reads, so that a bureau can check it without us."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

NAME = "SHA256SUMS"


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def lines(files: Mapping[str, str]) -> str:
    """The manifest of files (path with "/" → SHA-256), sorted by path."""
    return "".join(f"{files[path]}  {path}\n" for path in sorted(files))


def parse(text: str) -> dict[str, str]:
    """Path → SHA-256; lines of any other form are passed over."""
    rows = (line.partition("  ") for line in text.splitlines())
    return {path: hexes for hexes, gap, path in rows if gap and path and len(hexes) == 64}


def load(folder: Path) -> dict[str, str]:
    """The manifest of a folder, or an empty one where there is none."""
    try:
        return parse((folder / NAME).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
