""".mingwen/store.db: what earlier builds made, so that this one need not make it again.

A row is a kind ("parsed", "page" …), a name (a path), the key (the fingerprint of all that the value was made from) and
the value. A value is taken only if its key is the one asked for; the row of a name is replaced, so the store grows
with the site and not with its history. One process writes (mingwen/lock.py sees to it), in one transaction a build.

Nothing here is needed: whatever is wrong with the store, it is set aside and the build goes on without it.
"""

from __future__ import annotations

import io
import os
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields, is_dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

from mingwen.errors import WriteError
from mingwen.model import Place, Text

NAME = "store.db"
# Raised by hand whenever rows mean something else than before.
VERSION = 5
# "mngw", so that another program's database is not taken for ours.
APPLICATION = 0x6D6E6777
TABLE = """\
CREATE TABLE row (kind TEXT, name TEXT, key BLOB NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID;
"""
Row = tuple[str, bytes, bytes]


class Store:
    """Rows of a database; `path` may be ":memory:" for a store that is gone afterwards."""

    def __init__(self, path: str) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        found = self._one("PRAGMA application_id"), self._one("PRAGMA user_version")
        if found == (0, 0) and not self._one("SELECT count(*) FROM sqlite_master"):
            # A build that is killed loses its transaction and nothing else; a power cut may cost the store.
            self._database.executescript(
                f"PRAGMA page_size=8192; PRAGMA application_id={APPLICATION}; PRAGMA user_version={VERSION};{TABLE}"
            )
        elif found != (APPLICATION, VERSION):
            self._database.close()
            raise sqlite3.DatabaseError("made by another version")
        self._database.executescript("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=OFF; PRAGMA cache_size=-16384")
        self._database.execute("SELECT key FROM row LIMIT 1").fetchone()
        self._database.execute("BEGIN")

    def keys(self, kind: str) -> dict[str, bytes]:
        """Name → key of all rows of a kind."""
        return dict(self._database.execute("SELECT name, key FROM row WHERE kind = ?", (kind,)))

    def value(self, kind: str, name: str, key: bytes) -> bytes | None:
        """The value under this name, if it was made from what `key` stands for."""
        found = self._database.execute(
            "SELECT key, value FROM row WHERE kind = ? AND name = ?", (kind, name)
        ).fetchone()
        return found[1] if found and found[0] == key else None

    def rows(self, kind: str) -> Iterator[Row]:
        """Name, key and value of all rows of a kind, by name."""
        yield from self._database.execute("SELECT name, key, value FROM row WHERE kind = ? ORDER BY name", (kind,))

    def keep(self, kind: str, rows: Iterable[Row]) -> None:
        """Put rows, each in the place of the one of its name."""
        self._database.executemany("INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?)", ((kind, *row) for row in rows))

    def drop(self, kind: str, names: Iterable[str]) -> None:
        """Forget rows."""
        self._database.executemany("DELETE FROM row WHERE kind = ? AND name = ?", ((kind, name) for name in names))

    def commit(self) -> None:
        """Make everything so far last, all at once."""
        self._database.execute("COMMIT")
        self._database.execute("BEGIN")

    def close(self) -> None:
        """Let go; what was not committed is forgotten."""
        self._database.close()

    def _one(self, query: str) -> Any:
        return self._database.execute(query).fetchone()[0]


@contextmanager
def opened(root: Path, fresh: bool, tell: Callable[[Text], None]) -> Iterator[Store]:
    """The store of the site at `root`; an empty one with `fresh`.

    One that is of another version or damaged is set aside as store.db.old and `tell` says so; where none can be made,
    an empty one in memory stands in. Damage that shows later on raises sqlite3.DatabaseError.
    """
    path = root / ".mingwen" / NAME
    if fresh:
        _remove(path)
    try:
        store = Store(os.fspath(path))
    except sqlite3.Error as error:
        set_aside(root, tell, str(error))
        store = _new(path)
    try:
        yield store
    finally:
        store.close()


def _new(path: Path) -> Store:
    try:
        return Store(os.fspath(path))
    except sqlite3.Error:
        # A full disk or a folder that cannot be written: writing the site will tell.
        return Store(":memory:")


def set_aside(root: Path, tell: Callable[[Text], None], why: str) -> None:
    """Move a store that cannot be used out of the way, and say so."""
    path = root / ".mingwen" / NAME
    with suppress(OSError):
        path.replace(path.with_name(f"{NAME}.old"))
    _remove(path)
    tell(
        Text(
            f".mingwen/{NAME} 用不了（{why}），已改名为 {NAME}.old，这次全部重新生成",
            f".mingwen/{NAME} cannot be used ({why}); it is now {NAME}.old, and everything is made anew",
        )
    )


def unwritable(error: sqlite3.OperationalError) -> WriteError:
    """A full disk and the like, in words."""
    full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
    what = Text("磁盘满了", "the disk is full") if full else Text(f"数据库说：{error}", f"the database says: {error}")
    return WriteError(
        Place(f".mingwen/{NAME}"),
        Text(f"写不进去：{what.zh}；原来的 site/ 没有动", f"cannot be written: {what.en}; site/ was left alone"),
        Text("请腾出空间、检查权限后再来", "Free some space, check the permissions and run again"),
    )


def _remove(path: Path) -> None:
    for each in (path, path.with_name(path.name + "-journal")):
        with suppress(OSError):
            each.unlink(missing_ok=True)


class _Calls(dict[type, Callable[[Any], tuple[Any, ...]]]):
    """How values are pickled: dataclasses as a call with their fields. Python's own way for those with slots sets field
    by field and takes twice as long to read."""

    def __missing__(self, kind: type) -> Callable[[Any], tuple[Any, ...]]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        names = [field.name for field in fields(kind)]
        get = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
        self[kind] = lambda value: (kind, get(value))
        return self[kind]


_CALLS = _Calls()


def packed(value: object) -> bytes:
    """A frozen value as bytes."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _CALLS
    pickler.dump(value)
    return buffer.getvalue()


def unpacked(data: bytes) -> Any:
    """What was packed; raises sqlite3.DatabaseError where it is damaged. The store is our own file below .mingwen/, as
    trusted as the templates beside it."""
    try:
        return pickle.loads(data)  # noqa: S301 - our own file
    except Exception as error:
        raise sqlite3.DatabaseError(f"damaged: {error}") from error
