"""Stage the new tree beside the old one, then swap the two.

An unchanged file is linked from the old tree, so it keeps its time stamp and costs no writing. Whatever goes wrong
before the swap leaves the old tree as it was.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from mingwen import manifest
from mingwen.errors import WriteError
from mingwen.model import Artifact, Asset, Place, Text, Written
from mingwen.reasons import reason
from mingwen.swap import link_or_copy, swap


def write(artifacts: Iterable[Artifact], assets: Iterable[Asset], out: Path) -> Written:
    """Make `out` hold exactly these files, a SHA256SUMS of them, and the files that were never ours.

    The source of an asset is absolute, or counted from the folder that holds `out`, which is the site's own.
    Foreign files (in `out`, but in no manifest of ours) are carried over and named. Raises WriteError where the
    folder cannot be written, the disk is full, or a foreign file stands where one of ours belongs.
    """
    out = out.resolve()
    texts = {artifact.path: artifact.text.encode() for artifact in artifacts}
    copies = {asset.path: asset for asset in assets}
    new = {path: hashlib.sha256(data).hexdigest() for path, data in texts.items()}
    new |= {path: asset.digest for path, asset in copies.items()}
    old = manifest.load(out)
    foreign = tuple(path for path in manifest.files_below(out) if path not in old)
    _refuse_collisions(out, foreign, new)
    try:
        _stage(out, texts, copies, new, old, foreign)
    except OSError as error:
        raise explained(error, out) from error
    same = {path for path, sha in new.items() if old.get(path) == sha}
    return Written(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted((new.keys() & old.keys()) - same)),
        kept=len(same),
        removed=tuple(sorted(old.keys() - new.keys())),
        foreign=tuple(path for path in foreign if not Path(path).name.startswith(".git")),
    )


def _stage(
    out: Path,
    texts: Mapping[str, bytes],
    copies: Mapping[str, Asset],
    new: Mapping[str, str],
    old: Mapping[str, str],
    foreign: Iterable[str],
) -> None:
    """Fill a new folder beside `out` and swap the two; the new folder is gone again if anything fails."""
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.exists() and not out.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(out))
    if out.exists() and not os.access(out, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(out))
    for leftover in out.parent.glob(f".{out.name}.*.next"):
        # A build that was killed left it. The caller holds the lock, so nobody else is at work on it.
        shutil.rmtree(leftover, ignore_errors=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".next", dir=out.parent))
    try:
        staging.chmod(out.stat().st_mode if out.exists() else 0o755)
        for path, data in texts.items():
            target = _room(staging, path)
            if old.get(path) == new[path] and _holds(out / path, data):
                link_or_copy(out / path, target)
            else:
                target.write_bytes(data)
        for path, asset in copies.items():
            before, target = out / path, _room(staging, path)
            if old.get(path) == asset.digest and before.is_file() and manifest.digest(before) == asset.digest:
                link_or_copy(before, target)
            else:
                shutil.copyfile(out.parent / asset.source, target)
        for path in foreign:
            link_or_copy(out / path, _room(staging, path))
        (staging / manifest.NAME).write_text(manifest.lines(new), "utf-8")
        old_tree = swap(staging, out)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    if old_tree is not None:
        shutil.rmtree(old_tree, ignore_errors=True)


def _room(folder: Path, path: str) -> Path:
    """Where a file goes, with the folders above it made."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _holds(file: Path, data: bytes) -> bool:
    """Whether a file is there and was not touched by anybody since we wrote it."""
    with suppress(OSError):
        return file.stat().st_size == len(data) and file.read_bytes() == data
    return False


def _refuse_collisions(out: Path, foreign: Iterable[str], new: Mapping[str, str]) -> None:
    """A file that we did not write is never written over, unless it is the same to the byte."""
    taken = [path for path in foreign if path in new and manifest.digest(out / path) != new[path]]
    if taken:
        some = "、".join(taken[:5]) + ("……" if len(taken) > 5 else "")
        raise WriteError(
            Place(f"{out.name}/{taken[0]}"),
            Text(
                f"{out.name}/ 里有 {len(taken)} 个文件不是明文写的，却占着要写的位置：{some}",
                f"{out.name}/ holds {len(taken)} files that mingwen did not write, where its own belong: {some}",
            ),
            Text("请先把它们移到别处", "Move them elsewhere first"),
        )


def explained(error: OSError, out: Path) -> WriteError:
    """Full disk, read-only folder and the like, in words; the old tree still stands."""
    what = reason(error)
    space = Text("请腾出空间再来", "Free some space and run again")
    rights = Text(f"请检查 {out.name}/ 和它所在文件夹的权限", f"Check the permissions of {out.name}/ and its parent")
    fixes = {
        errno.ENOSPC: space,
        errno.EDQUOT: space,
        errno.EACCES: rights,
        errno.EPERM: rights,
        errno.ENOTDIR: Text("请把它移到别处", "Move it elsewhere"),
        errno.EROFS: Text("请换一个可写的位置", "Choose a place that can be written"),
    }
    return WriteError(
        Place(f"{out.name}/"),
        Text(
            f"写不进去：{what.zh}；原来的 {out.name}/ 没有动",
            f"cannot be written: {what.en}; the old one was left alone",
        ),
        fixes.get(error.errno or 0, Text("", "")),
    )
