"""The theme's scripts without comments and white space, so that they stay readable here and light on the page.

A site's own scripts are copied as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mingwen.model import Artifact, Asset
from mingwen.theme_root import theme_root


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
    """A script without comments, blank lines and needless white space; lines that end a statement stay lines."""
    import rjsmin

    return str(rjsmin.jsmin(script)) + "\n"
