"""What of the last build stands: a look at each page, or at once at all pages of a document.

The store has a row for each page that stands alone and one for each document, with all its pages. If the key of a
document's row is the one it would have now, none of its pages needs to be planned; else each is looked at by its own
key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mingwen.keys import Keys
from mingwen.model import Accepted, Finding, Page, Settings, Views
from mingwen.planning.documents import document_pages, document_paths
from mingwen.store import Store, packed, unpacked
from mingwen.writing import Stage

KIND = "page"
# What stands where the fingerprint of facts would, for a file that is not checked.
UNCHECKED = b""

# A page that stands alone, or a document with all its pages.
Group = Page | Views


class Left(NamedTuple):
    """What a build left of a page: its key, the SHA-256 of its file, the fingerprint of its facts, and its findings and
    acceptances, if there are any."""

    path: str
    key: bytes
    sha: str
    facts: bytes
    found: tuple[tuple[Finding, ...], tuple[Accepted, ...]] | None


@dataclass(slots=True)
class Stale:
    """A group with something to make: its key, what was left of it, and what there is now, None for what is to be
    made."""

    group: Group
    key: bytes
    before: dict[str, Left]
    now: dict[str, Left | None]

    def pages(self, settings: Settings) -> Iterator[Page]:
        """The pages to make."""
        for page in members(self.group, settings):
            if self.now[page.path] is None:
                yield page

    @property
    def order(self) -> str:
        """Pages that show one document, or are one page in several modes, follow one another."""
        group = self.group
        if isinstance(group, Views):
            return group.document.path
        return group.document.path if group.document else group.url


class Standing:
    """All that stands, and what does not. `findings` and `accepted` are by path, `facts` the fingerprints of the facts
    of checked pages, `total` counts the pages to make."""

    def __init__(self, settings: Settings, keys: Keys, store: Store, stage: Stage) -> None:
        self._settings, self._keys, self._store, self._stage = settings, keys, store, stage
        self._known = {name: (key, value) for name, key, value in store.rows(KIND)}
        self.findings: dict[str, tuple[Finding, ...]] = {}
        self.accepted: dict[str, tuple[Accepted, ...]] = {}
        self.facts: dict[str, bytes] = {}
        self.stale: list[Stale] = []
        self.total = 0
        self._rows: list[tuple[str, bytes, bytes]] = []
        self._gone: set[str] = set()

    def look(self, group: Group) -> None:
        """Take what is as before, and note the rest."""
        key = self._keys.of(group) if isinstance(group, Page) else self._keys.of_views(group)
        key_before, value = self._known.pop(_name(group), (b"", b""))
        left: list[Left] = [Left(*each) for each in unpacked(value)] if value else []
        if key_before == key and all(map(self._has, left)):
            for each in left:
                self._take(each)
            return
        before = {each.path: each for each in left}
        one = Stale(group, key, before, self._now(group, key, before) if before else self._nothing(group))
        self._gone |= before.keys() - one.now.keys()
        missing = sum(each is None for each in one.now.values())
        self.total += missing
        if missing:
            self.stale.append(one)
        else:
            self._keep(one)

    def settle(self, one: Stale, made: Left) -> None:
        """A page of a group was made."""
        one.now[made.path] = made
        self._note(made)
        if None not in one.now.values():
            self._keep(one)

    def save(self) -> None:
        """Put what is settled into the store."""
        self._store.keep(KIND, self._rows)
        self._rows.clear()

    def forget(self) -> set[str]:
        """Forget what no group of now asked for; gives the paths of pages that are gone. After all else."""
        self._store.drop(KIND, self._known)
        self._gone |= {each[0] for _, value in self._known.values() for each in unpacked(value)}
        return self._gone - self._stage.new.keys()

    def _nothing(self, group: Group) -> dict[str, Left | None]:
        """A new group: of none of its pages anything is known."""
        if isinstance(group, Page):
            return {group.path: None}
        return dict.fromkeys(path for path, _ in document_paths(group.document, self._settings))

    def _now(self, group: Group, key: bytes, before: dict[str, Left]) -> dict[str, Left | None]:
        """What stands of a group, page by page."""
        now: dict[str, Left | None] = {}
        for page in members(group, self._settings):
            each = before.get(page.path)
            own = key if page is group else self._keys.of(page)
            stands = each is not None and each.key == own and self._has(each)
            now[page.path] = each if stands else None
            if each and stands:
                self._take(each)
        return now

    def _has(self, left: Left) -> bool:
        """Whether the file is there, or where it can be had from."""
        return self._stage.holds(left.path, left.sha) or self._stage.borrow(left.path, left.sha)

    def _take(self, left: Left) -> None:
        self._stage.keep(left.path, left.sha)
        self._note(left)

    def _note(self, left: Left) -> None:
        if left.facts != UNCHECKED:
            self.facts[left.path] = left.facts
        if left.found:
            self.findings[left.path], self.accepted[left.path] = left.found

    def _keep(self, one: Stale) -> None:
        self._rows.append((_name(one.group), one.key, packed(tuple(tuple(left) for left in one.now.values() if left))))


def members(group: Group, settings: Settings) -> Iterator[Page]:
    """All pages of a group."""
    if isinstance(group, Page):
        yield group
    else:
        yield from document_pages(group, settings)


def _name(group: Group) -> str:
    return group.path if isinstance(group, Page) else group.document.path
