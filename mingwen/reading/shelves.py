"""The short parts of all manuscripts as the store keeps them: a row for each folder, so that reading all is quick."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mingwen.reading.keeping import TEXT
from mingwen.reading.parsed import Kept, Target
from mingwen.store import Store, packed, unpacked


class Shelved(NamedTuple):
    """A manuscript: its key, what was parsed with the document as it was finished, the targets of its links, the
    document's fingerprint, and that of all around the manuscript that it was read with."""

    key: bytes
    kept: Kept
    targets: tuple[Target, ...]
    document: bytes
    around: bytes


Shelves = dict[str, dict[str, Shelved]]


def shelves(store: Store) -> Shelves:
    """Folder → path → what an earlier build kept."""
    return {name: unpacked(value) for name, _, value in store.rows("folder")}


def shelve(store: Store, before: Shelves, now: Mapping[str, Shelved]) -> None:
    """Put back what changed: one row for each folder, so that reading all of them is quick."""
    after: Shelves = {}
    for path, one in now.items():
        after.setdefault(path.rpartition("/")[0], {})[path] = one
    for folder, shelf in after.items():
        if not _same(before.get(folder, {}), shelf):
            store.keep("folder", [(folder, b"", packed(shelf))])
    store.drop("folder", before.keys() - after.keys())
    store.drop(TEXT, {path for shelf in before.values() for path in shelf} - now.keys())


def _same(before: Mapping[str, Shelved], now: Mapping[str, Shelved]) -> bool:
    """Whether no manuscript of a folder was read or finished anew."""
    return before.keys() == now.keys() and all(
        one.key == before[path].key
        and (one.kept is before[path].kept or one.kept == before[path].kept)
        and one.targets == before[path].targets
        for path, one in now.items()
    )
