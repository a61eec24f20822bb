"""The gallery of components as a small site of its own, for `mingwen serve --components`."""

from __future__ import annotations

import shutil
from pathlib import Path

from mingwen.model import Frame, MenuItem, Settings
from mingwen.rendering.gallery import gallery
from mingwen.rendering.theme import load
from mingwen.theme_root import theme_root

MENU = (MenuItem("政务公开", "zwgk/index.html", (MenuItem("规划计划", "zwgk/ghjh/index.html"),)),)


def lay_out(root: Path, settings: Settings, out: Path) -> None:
    """Write the gallery of the site at `root` to `out`: its own components and files before the theme's.

    Raises MingwenError for a mistake in a template, with its file and line.
    """
    roots = tuple(dict.fromkeys((theme_root().resolve(), root.resolve())))
    for each in roots:
        if (each / "static").is_dir():
            shutil.copytree(each / "static", out, dirs_exist_ok=True, ignore=shutil.ignore_patterns("css"))
    theme = load(root)
    for artifact in gallery(tuple(each / "templates" for each in roots), Frame(settings, MENU), theme):
        path = out / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(artifact.text, "utf-8")
