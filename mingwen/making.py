"""Making the pages that are stale (staleness.py), with finish(), straight into the new tree.

Of a page that was made, what stays in memory is its findings, and what its comments accept. Its text lies in the
tree, its outline and tally in the store. Whether an acceptance holds depends on the day, so that is judged later.
"""

from __future__ import annotations

import zlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mingwen.auditing import Facts, facts_of
from mingwen.each import Each
from mingwen.fingerprint import fingerprint
from mingwen.keys import Keys
from mingwen.model import Accepted, Artifact, Checked, Document, Finding, Outline, Page, Plan, Reason, Text
from mingwen.reading.keeping import Passages
from mingwen.staleness import UNCHECKED, Left, Stale, Standing
from mingwen.store import Store, packed, unpacked
from mingwen.writing import Stage

if TYPE_CHECKING:
    from mingwen.finishing import Finish

# Rows put into the store at a time.
ROWS = 500


@dataclass(frozen=True, slots=True)
class Made:
    """`findings` are of all pages with any, by path, and so are the acceptances `accepted`; `facts` the fingerprint of
    each checked page's Facts, by path; `made` the paths of the pages that were made now."""

    findings: dict[str, tuple[Finding, ...]]
    accepted: dict[str, tuple[Accepted, ...]]
    facts: dict[str, bytes]
    made: tuple[str, ...]
    reasons: tuple[Reason, ...]

    def checked(self, paths: Iterable[str]) -> Iterator[tuple[str, Checked]]:
        """What is known of those pages on which anything was found or accepted."""
        for path in paths:
            if path in self.findings or path in self.accepted:
                found, accepted = self.findings.get(path, ()), self.accepted.get(path, ())
                yield path, Checked(found, (), Outline(path, "", ""), accepted)


def make(
    planned: Plan,
    keys: Keys,
    finish: Callable[[], Finish],
    store: Store,
    stage: Stage,
    passages: Passages,
    each: Each,
    progress: Callable[[int, int], None],
) -> Made:
    """Take every page that is as before, and make the others. `finish` is only called if there are any."""
    settings = planned.frame.settings
    standing = Standing(settings, keys, store, stage)
    for page in planned.singles:
        standing.look(page)
    for views in planned.views:
        standing.look(views)
    taking = _Taking(standing, keys, store, stage)
    if standing.stale:
        sent: deque[tuple[Stale, Page]] = deque()

        def pages() -> Iterator[Page]:
            for one in sorted(standing.stale, key=lambda one: one.order):
                for page in one.pages(settings):
                    sent.append((one, page))
                    yield page

        artifacts = each(finish(), _whole(pages(), passages), standing.total)
        for done, artifact in enumerate(artifacts, start=1):
            taking.take(*sent.popleft(), artifact)
            if done % ROWS == 0:
                taking.save()
            if done % 16 == 0 or done == standing.total:
                progress(done, standing.total)
    taking.end()
    return Made(standing.findings, standing.accepted, standing.facts, tuple(sorted(taking.made)), taking.told())


class _Taking:
    """Takes pages in as they are made: their files into the tree, what is known of them into the store."""

    def __init__(self, standing: Standing, keys: Keys, store: Store, stage: Stage) -> None:
        self._standing, self._keys, self._store, self._stage = standing, keys, store, stage
        self.made: list[str] = []
        self._reasons: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self._examples: dict[tuple[str, tuple[str, ...]], str] = {}
        self._rows: dict[str, list[tuple[str, bytes, bytes]]] = {"facts": [], "tally": [], "parts": []}
        self._words: dict[Text, Text] = {}

    def take(self, one: Stale, page: Page, artifact: Artifact) -> None:
        """Write a page, and note all that was found on it."""
        path, key = page.path, one.key if page is one.group else self._keys.of(page)
        sha = self._stage.put(path, artifact.text.encode())
        facts, found = UNCHECKED, None
        if artifact.checked is not None:
            told = facts_of(artifact.checked.outline)
            facts = fingerprint(told)
            self._rows["facts"].append((path, facts, zlib.compress(packed(told), 1)))
            self._rows["tally"].append((path, b"", zlib.compress(packed(artifact.checked.tally), 1)))
            if artifact.checked.findings or artifact.checked.accepted:
                found = self._found(artifact.checked)
        parts, was = self._keys.parts(page), one.before.get(path)
        cause = page.template, _changed(self._store, page, parts, was.key if was else b"", key)
        self._reasons[cause] += 1
        self._examples.setdefault(cause, path)
        self._rows["parts"].append((path, b"", packed(parts)))
        self.made.append(path)
        self._standing.settle(one, Left(path, key, sha, facts, found))

    def save(self) -> None:
        """Put rows into the store."""
        self._standing.save()
        for kind, some in self._rows.items():
            self._store.keep(kind, some)
            some.clear()

    def end(self) -> None:
        """After the last page: nothing of pages that are gone is kept."""
        self.save()
        gone = self._standing.forget()
        for kind in self._rows:
            self._store.drop(kind, gone)

    def told(self) -> tuple[Reason, ...]:
        """Why pages were made."""
        return tuple(
            Reason(template, parts, count, self._examples[template, parts])
            for (template, parts), count in sorted(self._reasons.items())
        )

    def _found(self, checked: Checked) -> tuple[tuple[Finding, ...], tuple[Accepted, ...]]:
        """Pages have much the same said of them; what came from workers are many copies of it."""
        words = self._words
        told = (replace(each, message=words.setdefault(each.message, each.message)) for each in checked.findings)
        return tuple(told), checked.accepted


def facts_in(store: Store) -> Iterator[tuple[str, Facts]]:
    """The facts of all checked pages, one by one, by path."""
    for name, _, value in store.rows("facts"):
        yield name, unpacked(zlib.decompress(value))


def all_checked(
    store: Store, paths: Iterable[str], known: Iterable[tuple[str, Checked]]
) -> Iterator[tuple[str, Checked]]:
    """What linting gave for all these pages, passed or not; the links of their outlines stay in the store. `known` is
    of those pages on which anything was found."""
    facts, tallies, found = dict(facts_in(store)), dict(_tallies(store)), dict(known)
    for path in paths:
        told = facts[path]
        outline = Outline(path, told.title, told.lang, told.ids)
        one = found.get(path) or Checked((), (), outline)
        yield path, replace(one, tally=tallies[path], outline=outline)


def _tallies(store: Store) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
    for name, _, value in store.rows("tally"):
        yield name, unpacked(zlib.decompress(value))


def whole(page: Page, passages: Passages) -> Page:
    """The page with its document's text."""
    return page if page.document is None else replace(page, document=passages.whole(page.document))


def _whole(pages: Iterable[Page], passages: Passages) -> Iterator[Page]:
    """The same for many; neighbours that show one document share its text."""
    last: Document | None = None
    full: Document | None = None
    for page in pages:
        document = page.document
        if document is not last:
            if document is None:
                full = None
            elif full is not None and full.path == document.path:
                full = replace(document, body=full.body, headings=full.headings, links=full.links)
            else:
                full = passages.whole(document)
            last = document
        yield replace(page, document=full)


def _changed(store: Store, page: Page, now: dict[str, bytes], key_before: bytes, key: bytes) -> tuple[str, ...]:
    """The parts of a page's key that are not what they were."""
    if key_before == key:
        return ("file",)
    known = store.value("parts", page.path, b"") if key_before else None
    if known is None:
        return ("new",)
    before: dict[str, bytes] = unpacked(known)
    return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))
