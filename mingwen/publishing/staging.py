"""Fill a folder beside the target and put it in its place; the target is the old tree or the new one, whole."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from mingwen import manifest
from mingwen.errors import UsageError, WriteError
from mingwen.model import Place, Text
from mingwen.publishing.difference import Difference
from mingwen.publishing.tree import Tree
from mingwen.swap import link_or_copy, swap


@contextmanager
def alone(target: Path) -> Iterator[None]:
    """Nobody else publishes beside `target` meanwhile; raises UsageError where somebody does.

    What a publishing that was killed left behind is put right first.
    """
    handle = os.open(target.parent, os.O_RDONLY)
    try:
        _lock(handle, target)
        _recover(target)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, target: Path) -> None:
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(
            Place(str(target)),
            Text("另一次发布正在进行", "is being published to by somebody else"),
            Text("请等它结束再来", "Wait for that to end"),
        ) from None


def _recover(target: Path) -> None:
    """Our own folders beside the target, from a run that was killed. The old tree goes back where it is missing."""
    ours = re.compile(re.escape(target.name) + r"\.new-[0-9a-f]{8}(\.old)?")
    for path in sorted(target.parent.iterdir()):
        if not (found := ours.fullmatch(path.name)):
            continue
        if found[1] and not target.exists():
            path.rename(target)
        else:
            shutil.rmtree(path)


def stage(
    site: Path, target: Path, new: Mapping[str, str], there: Mapping[str, str], found: Tree, plan: Difference
) -> Path:
    """A full new tree beside the target. Unchanged and foreign files are linked from the old tree, so they keep their
    times; the rest is copied and checked. Raises OSError; nothing is left behind then."""
    folder = target.with_name(f"{target.name}.new-{secrets.token_hex(4)}")
    like = target.stat() if target.exists() else None
    mode = like.st_mode & 0o777 if like else 0o755
    folder.mkdir()
    try:
        for path in new:
            place = _room(folder, target, path, mode)
            if there.get(path) == new[path]:
                link_or_copy(target / path, place)
                continue
            shutil.copyfile(site / path, place)
            place.chmod(mode & 0o666)
            if manifest.digest(place) != new[path]:
                raise WriteError(
                    Place(str(site / path)),
                    Text("发布途中变了", "changed while it was being published"),
                    Text("请等 build 结束再来", "Wait for the build to end and run again"),
                )
        for path in plan.foreign:
            place = _room(folder, target, path, mode)
            if path in found.links:
                place.symlink_to((target / path).readlink())
            else:
                link_or_copy(target / path, place)
        for path in found.bare:
            if not (folder / path).exists():
                _room(folder, target, f"{path}/x", mode)
        listing = folder / manifest.NAME
        listing.write_text(manifest.lines(new), "utf-8")
        listing.chmod(mode & 0o666)
        folder.chmod(mode)
        if like and os.geteuid() == 0:
            _own(folder, like.st_uid, like.st_gid, new.keys() - set(plan.kept))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _room(folder: Path, target: Path, path: str, mode: int) -> Path:
    """Where a file goes; folders above it are made as they were at the target, new ones like the target itself."""
    place = folder / path
    for parent in reversed(place.relative_to(folder).parents[:-1]):
        if not (folder / parent).exists():
            (folder / parent).mkdir()
            before = target / parent
            (folder / parent).chmod(before.stat().st_mode & 0o7777 if before.is_dir() else mode)
    return place


def _own(folder: Path, user: int, group: int, written: set[str]) -> None:
    """Run by root, what was written still belongs to whom the target belongs to."""
    for parent, _, names in os.walk(folder):
        os.chown(parent, user, group)
        for name in names:
            path = Path(parent, name)
            if path.relative_to(folder).as_posix() in written or path == folder / manifest.NAME:
                os.chown(path, user, group, follow_symlinks=False)


def exchange(folder: Path, target: Path, now: datetime | None) -> tuple[str, str]:
    """Put the staged folder in place. With `now` the old tree is kept as TARGET.old-DATE-TIME and returned as
    the first of two paths; the second is an old tree that could not be removed."""
    try:
        old = swap(folder, target)
    except BaseException:
        aside = folder.with_name(f"{folder.name}.old")
        if aside.exists() and not target.exists():
            aside.rename(target)
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if old is None:
        return "", ""
    if now is not None:
        kept = target.with_name(f"{target.name}.old-{now:%Y%m%d-%H%M%S}")
        while kept.exists():
            kept = kept.with_name(f"{kept.name}+")
        old.rename(kept)
        return str(kept), ""
    shutil.rmtree(old, ignore_errors=True)
    return "", str(old) if old.exists() else ""
