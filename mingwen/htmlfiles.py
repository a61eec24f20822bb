"""The files that `mingwen lint` reads: pages and the stylesheets that they link."""

from __future__ import annotations

import os
import posixpath
import re
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from mingwen.errors import UsageError
from mingwen.model import Text
from mingwen.reasons import reason

ENDINGS = (".html", ".htm", ".xhtml")
STDIN = "-"
# A stylesheet larger than this is none. Bytes.
LARGEST_SHEET = 10_000_000
ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
MANUSCRIPTS = (".md", ".markdown")
NO_SUCH = (Text("没有这个文件或文件夹", "no such file or folder"), Text("请核对路径", "Check the path"))


def find(paths: Iterable[str]) -> list[str]:
    """Every file to check, in order, each once; a file that is named is taken whatever its ending, a pipe too."""
    found: dict[str, None] = {}
    missing, empty, addresses, manuscripts = [], [], [], []
    for path in paths:
        if path == STDIN:
            found[path] = None
        elif ADDRESS.match(path):
            addresses.append(path)
        elif (kind := kind_of(path)) == "folder":
            inside = list(below(path))
            found.update(dict.fromkeys(inside))
            if not inside:
                empty.append(path)
        elif kind == "nothing":
            missing.append(path)
        elif path.lower().endswith(MANUSCRIPTS):
            manuscripts.append(path)
        else:
            found[path] = None
    stop(
        addresses,
        Text(
            "这是网址；这里只读本机文件，不上网", "an address; only files of this machine are read, nothing is fetched"
        ),
        Text(
            "请先把网页存下来，或用 curl -s 网址 | mingwen lint -",
            "Save the page first, or: curl -s URL | mingwen lint -",
        ),
    )
    stop(missing, *NO_SUCH)
    stop(
        manuscripts,
        Text("这是稿件，不是网页", "a manuscript, no page"),
        Text("请用 mingwen build 生成网站，同时检查", "mingwen build makes the site and checks it"),
    )
    stop(
        empty,
        Text("里面没有网页（.html、.htm、.xhtml）", "holds no page (.html, .htm, .xhtml)"),
        Text("请换一个文件夹，或直接写文件名", "Name another folder, or the files themselves"),
    )
    return list(found)


def kind_of(path: str) -> Literal["folder", "file", "nothing"]:
    """What stands at a path; where the system does not tell, a file, so that reading it says why."""
    try:
        return "folder" if stat.S_ISDIR(Path(path).stat().st_mode) else "file"
    except (FileNotFoundError, NotADirectoryError):
        return "nothing"
    except OSError:
        return "file"


def below(folder: str) -> Iterator[str]:
    """Pages below a folder in order of their names; hidden folders are left out.

    Raises UsageError for a folder that cannot be read: without its pages a report would say too little.
    """

    def refuse(error: OSError) -> None:
        why = reason(error)
        stop(
            [str(error.filename)],
            Text(f"文件夹读不了（{why.zh}）", f"this folder cannot be read ({why.en})"),
            Text("请检查权限", "Check its permissions"),
        )

    for where, folders, names in os.walk(folder, onerror=refuse):
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


# Files kept in memory.
MOST_SHEETS = 100


class Sheets(Mapping[str, str]):
    """Stylesheets and pages by path, read from disk when first asked for; what is no readable file is not there.

    The last MOST_SHEETS are kept, for a site's pages share their sheets and the pages that all of them link.
    """

    def __init__(self) -> None:
        self._known: dict[str, str | None] = {}

    def __reduce__(self) -> tuple[type[Sheets], tuple[()]]:
        """Travels empty: another process reads for itself."""
        return Sheets, ()

    def __getitem__(self, path: str) -> str:
        text = self._known[path] = self._known.pop(path) if path in self._known else read(path)
        if len(self._known) > MOST_SHEETS:
            del self._known[next(iter(self._known))]
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
