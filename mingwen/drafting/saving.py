"""File names for manuscripts, and writing them whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from itertools import count
from pathlib import Path

from mingwen.errors import UsageError, WriteError
from mingwen.model import Place, Text
from mingwen.reasons import reason
from mingwen.swap import link_or_copy

# Long enough to tell titles apart, short enough to read in an address.
_LONGEST = 60


def slug(text: str) -> str:
    """A file name of a–z, 0–9 and "-" for a title: Han characters by their pinyin, cut at a syllable."""
    from mingwen.reading.slug import words

    name = ""
    for word in words(text):
        if name and len(name) + 1 + len(word) > _LONGEST:
            break
        name = f"{name}-{word}" if name else word[:_LONGEST]
    return name or "wendang"


def save(path: Path, text: str, *, force: bool = False, option: str = "--force", rename: str = "") -> None:
    """Write a new file; an existing one is kept and told, unless `force`. `option` is what overwrites it, `rename` what
    chooses another name. Raises UsageError, WriteError."""
    if not force and os.path.lexists(path):
        known = f"，或加 {option} 覆盖" if option else ""
        or_force = f", or overwrite with {option}" if option else ""
        with_ = Text(f"，如 {rename}", f", such as {rename}") if rename else Text("", "")
        raise UsageError(
            Place(str(path)),
            Text("文件已经有了，没有动它", "exists already and was left alone"),
            Text(f"请换个名字{with_.zh}{known}", f"Choose another name{with_.en}{or_force}"),
        )
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        _place(Path(temporary), path, force)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        if temporary is not None:
            with suppress(FileNotFoundError):
                Path(temporary).unlink()


def set_aside(path: Path) -> Path:
    """Keep a copy of a file beside it, hidden, so that no build publishes it: .a.md.bak, .a.md.bak-2 …

    Returns where it is; raises WriteError.
    """
    names = (f".{path.name}.bak{f'-{number}' if number > 1 else ''}" for number in count(1))
    beside = (path.with_name(name) for name in names)
    copy = next(each for each in beside if not os.path.lexists(each))
    try:
        link_or_copy(path, copy)
    except OSError as error:
        raise _refused(copy, error) from error
    return copy


def _refused(path: Path, error: OSError) -> WriteError:
    why = reason(error)
    return WriteError(
        Place(str(path)),
        Text(f"写不进去：{why.zh}", f"cannot be written: {why.en}"),
        Text("请检查空间和权限", "Check free space and permissions"),
    )


def _place(temporary: Path, path: Path, force: bool) -> None:
    """Into its place, readable as any new file is; a link fails where somebody else was quicker."""
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(path.stat().st_mode & 0o777 if force and path.exists() else 0o666 & ~mask)
    if not force:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:
            # A file system without hard links.
            temporary.replace(path)
        return
    temporary.replace(path)
