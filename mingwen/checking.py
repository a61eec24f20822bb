"""check(): HTML files on disk → Report: `mingwen lint` as a function. Nothing is fetched from the network."""

from __future__ import annotations

import os
import posixpath
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from mingwen.errors import UsageError
from mingwen.linting import Styles, audit, decode, lint
from mingwen.linting.audits import Audit
from mingwen.linting.rule import Rule
from mingwen.model import Checked, Finding, Place, Text
from mingwen.reports import Report

ENDINGS = (".html", ".htm", ".xhtml")
STDIN = "-"
# A stylesheet larger than this is none. Bytes.
LARGEST_SHEET = 10_000_000
NO_SUCH = (Text("没有这个文件或文件夹", "no such file or folder"), Text("请核对路径", "Check the path"))
Progress = Callable[[int, int], None]


def check(
    paths: Iterable[str],
    rules: Sequence[Rule],
    audits: Sequence[Audit] = (),
    root: str = "",
    progress: Progress = lambda done, total: None,
) -> Report:
    """Lint files, folders (every .html, .htm and .xhtml below) and "-" for standard input.

    `root` is the folder that "/" stands for; without one, a single folder that has an index.html is taken for it.
    Only with a root are pages looked at side by side. Raises UsageError that names every path which is not there or
    cannot be read.
    """
    started = time.perf_counter()
    named = list(dict.fromkeys(paths))
    if not root and len(named) == 1 and Path(named[0], "index.html").is_file():
        root = named[0]
    stop([root] if root and not Path(root).is_dir() else [], *NO_SUCH)
    files = find(named)
    styles = Styles(Sheets(), posix(root) if root else None)
    checked: list[tuple[str, Checked]] = []
    unreadable: list[str] = []
    for path in files:
        try:
            text = decode(sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes())
        except OSError as error:
            unreadable.append(f"{path}（{error.strerror}）")
            continue
        checked.append((path, lint(text, rules, path, styles)))
        progress(len(checked), len(files))
    stop(unreadable, Text("读不了", "cannot be read"), Text("请检查文件权限", "Check the permissions"))
    across = side_by_side(checked, audits, root) if root and audits else ()
    act = sorted({id_ for rule in rules for id_ in rule.act})
    ids = (*(rule.id for rule in rules), *(each.id for each in audits if root))
    return Report(tuple(checked), ids, tuple(act), across, time.perf_counter() - started)


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


def side_by_side(checked: Sequence[tuple[str, Checked]], audits: Sequence[Audit], root: str) -> tuple[Finding, ...]:
    """Findings of the audits, with paths as they were named."""
    named = {inside: path for path, _ in checked if (inside := relative(path, root)) is not None}
    outlines = [
        replace(result.outline, path=inside) for path, result in checked if (inside := relative(path, root)) is not None
    ]
    files = frozenset(
        posix(os.path.relpath(Path(where, name), root)) for where, _, names in os.walk(root) for name in names
    )
    findings = audit(outlines, files, audits=audits)
    return tuple(replace(it, place=Place(named.get(it.place.path, it.place.path), it.place.line, it.place.column))
                 for it in findings)  # fmt: skip


def relative(path: str, root: str) -> str | None:
    """The path below the root with "/", or None outside of it."""
    if path == STDIN:
        return None
    inside = posix(os.path.relpath(path, root))
    return None if inside == ".." or inside.startswith("../") else inside


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
