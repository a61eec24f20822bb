"""The theme's scripts without comments and indentation, so that they stay readable here and light on the page.

Only whole lines of comment go, so nothing inside a line can change. The theme's own scripts are written for this (no
template literals, tests/test_lightening.py); a site's own are copied as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from mingwen.model import Artifact, Asset
from mingwen.theme_root import theme_root

COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.S | re.M)


def lighten(assets: Iterable[Asset], root: Path) -> tuple[tuple[Artifact, ...], tuple[Asset, ...]]:
    """The theme's scripts as artifacts, and all other files."""
    ours = (theme_root() / "static" / "js").resolve()
    scripts, rest = [], []
    for asset in assets:
        source = (root / asset.source).resolve()
        if source.suffix == ".js" and source.is_relative_to(ours):
            scripts.append(Artifact(asset.path, light(source.read_text("utf-8"))))
        else:
            rest.append(asset)
    return tuple(scripts), tuple(rest)


def light(script: str) -> str:
    """A script without lines of comment, blank lines and indentation."""
    lines = (line.strip() for line in COMMENT.sub("", script).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"
