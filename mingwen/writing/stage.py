"""A new tree beside the old one, filled file by file as pages are made, then exchanged with it.

The tree that was exchanged is kept as a spare: it differs from site/ in a few files that are known, so the next
build mends those few instead of linking 50,000. A spare is only believed if both folders are the very ones (by inode)
that the last build left behind; else a new tree is linked together from the old one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from mingwen import manifest
from mingwen.errors import WriteError
from mingwen.model import Asset, Place, Text, Written
from mingwen.swap import link_or_copy, swap
from mingwen.writing.holding import Holding, Memory, sign
from mingwen.writing.troubles import explained

SPARE = "spare"
NEXT = "next"


class Stage(Holding):
    """Use as a context; whatever leaves it before `finish` leaves the old tree as it was.

    `home` is a folder on the same file system where a spare may stay, or None; `root` is what relative sources of
    assets start from. `lender` gives another tree that may have what is wanted here: site/ has what the preview wants,
    and the other way round.
    """

    def __init__(
        self,
        out: Path,
        root: Path = Path(),
        home: Path | None = None,
        memory: Memory | None = None,
        lender: Callable[[], Holding] | None = None,
    ) -> None:
        super().__init__(out, memory or Memory())
        self.root = root
        self.home = home if home is not None and _one_disk(home, self.out.parent) else None
        self._lend = lender
        self._lender: Holding | None = None
        self.foreign = sorted(self.live.keys() - self.old.keys())
        self.new: dict[str, str] = {}
        self.written: set[str] = set()
        self.folder: Path | None = None
        self.patching = False
        self._rooms: set[str] = set()

    def __enter__(self) -> Stage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
        if isinstance(error, OSError):
            raise explained(error, self.out) from error

    def keep(self, path: str, sha: str) -> None:
        """The file stays as it is; only after `holds` said so."""
        self.new[path] = sha

    def borrow(self, path: str, sha: str) -> bool:
        """Have this file from the lender, if it holds it: one file under two names, where the disk allows."""
        if path in self.written:
            return self.new.get(path) == sha
        if self._lend is None:
            return False
        self._lender = self._lender or self._lend()
        if not self._lender.holds(path, sha):
            return False
        self.new[path] = sha
        self.written.add(path)
        _link(self._lender.out / path, Path(self._room(path)))
        return True

    def put(self, path: str, data: bytes) -> str:
        """Write a file, unless it lies there already; returns its SHA-256."""
        sha = hashlib.sha256(data).hexdigest()
        self.new[path] = sha
        if not self.holds(path, sha):
            self.written.add(path)
            with open(self._room(path), "wb") as file:  # noqa: PTH123 - as often as there are pages
                file.write(data)
        return sha

    def place(self, asset: Asset) -> None:
        """Copy a file, unless it lies there already."""
        self.new[asset.path] = asset.digest
        if not self.holds(asset.path, asset.digest):
            self.written.add(asset.path)
            shutil.copyfile(self.root / asset.source, self._room(asset.path))

    def finish(self) -> Written:
        """Exchange the trees; from here on the new one stands. Nothing is touched if nothing is new."""
        self._refuse_collisions()
        wanted = {*self.new, *self.foreign}
        fresh = [path for path, sha in self.new.items() if self.old.get(path) != sha]
        if self.written or wanted != self.live.keys() or self.new != self.old:
            self._complete(wanted)
            self._exchange()
        elif self.memory.signs != self.live:
            self.memory = Memory(self.live, self.new, listed=sign(self.out / manifest.NAME))
        return Written(
            added=tuple(sorted(path for path in fresh if path not in self.old)),
            changed=tuple(sorted(path for path in fresh if path in self.old)),
            kept=len(self.new) - len(fresh),
            removed=tuple(sorted(self.old.keys() - self.new.keys())),
            foreign=tuple(path for path in self.foreign if not path.rpartition("/")[2].startswith(".git")),
        )

    def _room(self, path: str) -> str:
        """Where a file goes in the new tree: its folder made, and whatever lay there gone. What lies there may be the
        old tree's file under a second name, so it must never be written into."""
        folder = self._open()
        target = f"{folder}/{path}"
        if self.patching:
            with suppress(FileNotFoundError):
                Path(target).unlink()
        above = path.rpartition("/")[0]
        if above not in self._rooms:
            Path(folder, above).mkdir(parents=True, exist_ok=True)
            self._rooms.add(above)
        return target

    def _open(self) -> Path:
        """The new tree: the spare if it can be believed, else an empty folder."""
        if self.folder is not None:
            return self.folder
        parent = self.out.parent
        parent.mkdir(parents=True, exist_ok=True)
        if self.out.exists() and not self.out.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(self.out))
        if self.out.exists() and not os.access(self.out, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.out))
        for leftover in parent.glob(f".{self.out.name}.*.next"):
            # A build that was killed left it. The caller holds the lock, so nobody else is at work on it.
            shutil.rmtree(leftover, ignore_errors=True)
        if self.home is None:
            self.folder = Path(tempfile.mkdtemp(prefix=f".{self.out.name}.", suffix=".next", dir=parent))
        else:
            self.folder, spare = self.home / NEXT, self.home / SPARE
            shutil.rmtree(self.folder, ignore_errors=True)
            if 0 not in self.memory.folders and self.memory.folders == (_inode(self.out), _inode(spare)):
                # Under this name it is no spare any more, whatever becomes of us.
                spare.rename(self.folder)
                self.patching = True
            else:
                shutil.rmtree(spare, ignore_errors=True)
                self.folder.mkdir()
        self.folder.chmod(self.out.stat().st_mode if self.out.exists() else 0o755)
        return self.folder

    def _complete(self, wanted: set[str]) -> None:
        """Bring in all that stays: everything for an empty folder, for a spare only that in which it differs."""
        folder = self._open()
        stale = self._unsettled(wanted) if self.patching else wanted
        for path in stale - self.written:
            if path in wanted:
                _link(self.out / path, Path(self._room(path)))
            else:
                _remove(folder, path)
        listed = folder / manifest.NAME
        listed.unlink(missing_ok=True)
        listed.write_text(manifest.lines(self.new), "utf-8")

    def _unsettled(self, wanted: set[str]) -> set[str]:
        """Paths at which the spare may not be what is wanted."""
        before = self.memory
        moved, renewed = _different(before.signs, self.live), _different(before.shas, self.new)
        return moved | renewed | before.differs | (wanted ^ before.signs.keys())

    def _exchange(self) -> None:
        folder = self._open()
        old = swap(folder, self.out)
        self.folder = None
        spare = 0
        if old is not None and self.home is not None:
            with suppress(OSError):
                old.rename(self.home / SPARE)
                spare = _inode(self.home / SPARE)
        elif old is not None:
            shutil.rmtree(old, ignore_errors=True)
        wanted = {*self.new, *self.foreign}
        signs = {path: one for path, one in self.live.items() if path in wanted}
        signs |= {path: one for path in self.written if (one := sign(self.out / path))}
        differs = frozenset(self.written | (wanted ^ self.live.keys()))
        self.memory = Memory(signs, self.new, differs, (_inode(self.out), spare), sign(self.out / manifest.NAME))

    def _refuse_collisions(self) -> None:
        """A file that we did not write is never written over, unless it is the same to the byte."""
        taken = [
            path for path in self.foreign if path in self.new and manifest.digest(self.out / path) != self.new[path]
        ]
        if taken:
            name = self.out.name
            some = "、".join(taken[:5]) + ("……" if len(taken) > 5 else "")
            raise WriteError(
                Place(f"{name}/{taken[0]}"),
                Text(
                    f"{name}/ 里有 {len(taken)} 个文件不是明文写的，却占着要写的位置：{some}",
                    f"{name}/ holds {len(taken)} files that mingwen did not write, where its own belong: {some}",
                ),
                Text("请先把它们移到别处", "Move them elsewhere first"),
            )


def _different(before: Mapping[str, object], now: Mapping[str, object]) -> set[str]:
    """The paths of which two builds know different things."""
    return {path for path, one in now.items() if before.get(path) != one} | (before.keys() - now.keys())


def _inode(folder: Path) -> int:
    try:
        return folder.stat().st_ino
    except OSError:
        return 0


def _one_disk(one: Path, other: Path) -> bool:
    """Whether a folder can be renamed from one place to the other."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def _link(old: Path, new: Path) -> None:
    """A second name for a file; a link that somebody made is made again."""
    if old.is_symlink():
        new.symlink_to(old.readlink())
    else:
        link_or_copy(old, new)


def _remove(folder: Path, path: str) -> None:
    """Remove a file and the folders that are empty without it."""
    with suppress(FileNotFoundError):
        (folder / path).unlink()
    while path := path.rpartition("/")[0]:
        try:
            (folder / path).rmdir()
        except OSError:
            return
