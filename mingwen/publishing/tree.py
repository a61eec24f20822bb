"""What a folder holds: files, symbolic links and empty folders, by path."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mingwen import manifest
from mingwen.errors import UsageError
from mingwen.model import Place, Text
from mingwen.reasons import reason


@dataclass(frozen=True, slots=True)
class Tree:
    """`files` are regular files, `links` symbolic links (to files or folders, never followed), `bare` folders
    that hold nothing. Paths are relative and use "/"; the manifest itself is left out."""

    files: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


def tree(folder: Path) -> Tree:
    """Walk a folder; one that does not exist holds nothing. Raises UsageError for sockets, pipes and devices."""
    files, links, bare = [], [], []
    for parent, folders, names in os.walk(folder, onerror=_fail):
        inside = Path(parent).relative_to(folder)
        for name in [*folders, *names]:
            path, mode = (inside / name).as_posix(), (Path(parent) / name).lstat().st_mode
            if stat.S_ISLNK(mode):
                links.append(path)
            elif stat.S_ISREG(mode):
                files.append(path)
            elif not stat.S_ISDIR(mode):
                raise UsageError(
                    Place(str(folder / path)),
                    Text("不是普通文件，不能随站点搬动", "is no regular file and cannot be carried over"),
                    Text("请先移走它", "Move it away first"),
                )
        if not folders and not names and parent != str(folder):
            bare.append(inside.as_posix())
    return Tree(tuple(sorted(set(files) - {manifest.NAME})), tuple(sorted(links)), tuple(sorted(bare)))


@contextmanager
def readable(folder: Path) -> Iterator[None]:
    """What cannot be read while this runs is named by a UsageError; nothing was changed then."""
    try:
        yield
    except OSError as error:
        why = reason(error)
        raise UsageError(
            Place(str(error.filename or folder)),
            Text(f"读不了：{why.zh}", f"cannot be read: {why.en}"),
            Text("请检查它的权限", "Check its permissions"),
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(
            Place(str(folder / manifest.NAME)),
            Text("不是 UTF-8 的清单", "is no manifest in UTF-8"),
            Text("请移走它", "Move it away"),
        ) from error


def _fail(error: OSError) -> None:
    """A folder that cannot be read is no empty one."""
    if not isinstance(error, FileNotFoundError):
        raise error


def digests(folder: Path, found: Tree) -> dict[str, str]:
    """Path → SHA-256 of each file; a link has a digest that no file has, so it never counts as unchanged."""
    return {path: manifest.digest(folder / path) for path in found.files} | dict.fromkeys(found.links, "link")
