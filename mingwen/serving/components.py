"""The gallery of components as a small site of its own, for `mingwen serve --components`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mingwen.model import Frame, MenuItem, Settings
from mingwen.rendering.gallery import gallery
from mingwen.rendering.theme import load
from mingwen.theme_root import theme_root

MENU = (MenuItem("政务公开", "zwgk/index.html", (MenuItem("规划计划", "zwgk/ghjh/index.html"),)),)


def lay_out(root: Path, settings: Settings, out: Path) -> frozenset[str]:
    """Write the gallery of the site at `root` to `out`: its own components and files before the theme's.

    Files that are as before are left alone; gives the paths of the others, those that are gone too. Raises
    MingwenError for a mistake in a template, with its file and line; then nothing is written.
    """
    roots = tuple(dict.fromkeys((theme_root().resolve(), root.resolve())))
    frame = Frame(settings, MENU)
    made = {path: file.read_bytes() for each in roots for path, file in _files(each / "static")}
    made |= {
        artifact.path: artifact.text.encode()
        for artifact in gallery(tuple(each / "templates" for each in roots), frame, load(root))
    }
    before = {path: file.read_bytes() for path, file in _files(out)}
    changed = {path for path, data in made.items() if before.get(path) != data}
    for path in changed:
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(made[path])
    gone = before.keys() - made.keys()
    for path in gone:
        (out / path).unlink()
    return frozenset(changed | gone)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder but the sources of stylesheets, by its path there."""
    for file in folder.rglob("*"):
        path = file.relative_to(folder).as_posix()
        if file.is_file() and not (folder.name == "static" and path.startswith("css/")):
            yield path, file
