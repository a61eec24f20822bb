"""The files that `mingwen lint` reads: pages and the stylesheets that they link."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from mingwen.errors import UsageError
from mingwen.model import Text

ENDINGS = (".html", ".htm", ".xhtml")
STDIN = "-"
# A stylesheet larger than this is none. Bytes.
LARGEST_SHEET = 10_000_000
NO_SUCH = (Text("没有这个文件或文件夹", "no such file or folder"), Text("请核对路径", "Check the path"))


def find(paths: Iterable[str]) -> list[str]:
    """Every file to check, in order, each once; a file that is named is taken whatever its ending."""
    found: dict[str, None] = {}
    missing, empty = [], []
    for path in paths:
        if path == STDIN or Path(path).is_file():
            found[path] = None
        elif Path(path).is_dir():
            inside = list(below(path))
            found.update(dict.fromkeys(inside))
            if not inside:
                empty.append(path)
        else:
            missing.append(path)
    stop(missing, *NO_SUCH)
    stop(
        empty,
        Text("里面没有网页（.html、.htm、.xhtml）", "holds no page (.html, .htm, .xhtml)"),
        Text("请换一个文件夹，或直接写文件名", "Name another folder, or the files themselves"),
    )
    return list(found)


def below(folder: str) -> Iterator[str]:
    """Pages below a folder in order of their names; hidden folders are left out."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(where, name)) for name in sorted(names) if name.lower().endswith(ENDINGS))


def stop(paths: Sequence[str], what: Text, fix: Text) -> None:
    """Refuse the paths of a kind, all of them in one message; nothing where there are none."""
    if paths:
        listed = Text("、".join(paths), ", ".join(paths))
        raise UsageError(None, Text(f"{listed.zh}：{what.zh}", f"{listed.en}: {what.en}"), fix)


def posix(path: str) -> str:
    """A path with "/" and without . and .. parts, as links and findings name it."""
    return posixpath.normpath(path.replace(os.sep, "/"))


class Sheets(Mapping[str, str]):
    """Stylesheets by path, read from disk when first asked for; what is no readable file is not there."""

    def __init__(self) -> None:
        self._known: dict[str, str | None] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._known:
            self._known[path] = read(path)
        text = self._known[path]
        if text is None:
            raise KeyError(path)
        return text

    def __iter__(self) -> Iterator[str]:
        return (path for path, text in self._known.items() if text is not None)

    def __len__(self) -> int:
        return sum(text is not None for text in self._known.values())


def read(path: str) -> str | None:
    """The text of a stylesheet, or None where there is none to read or it is too large."""
    try:
        file = Path(path)
        if not file.is_file() or file.stat().st_size > LARGEST_SHEET:
            return None
        return file.read_text("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return None
