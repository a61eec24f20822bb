"""Which pages are stale, and making them: finish() where the store has no answer, straight into the new tree.

Of a page that was made, what stays in memory is its findings, and what its comments accept. Its text lies in the
tree, its outline and tally in the store. Whether an acceptance holds depends on the day, so that is judged later.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mingwen.auditing import Facts, facts_of
from mingwen.each import Each
from mingwen.fingerprint import SIZE, fingerprint
from mingwen.keys import Keys
from mingwen.model import Accepted, Checked, Document, Finding, Outline, Page, Reason, Text
from mingwen.reading.keeping import Passages
from mingwen.store import Store, packed, unpacked
from mingwen.writing import Stage

if TYPE_CHECKING:
    from mingwen.finishing import Finish

# Bytes of a SHA-256, and what stands where the fingerprint of facts would, for a file that is not checked.
SHA = 32
UNCHECKED = bytes(SIZE)
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
    pages: Iterable[Page],
    keys: Keys,
    finish: Callable[[], Finish],
    store: Store,
    stage: Stage,
    passages: Passages,
    each: Each,
    progress: Callable[[int, int], None],
) -> Made:
    """Take every page that is as before, and make the others. `finish` is only called if there are any."""
    known = {name: (key, value) for name, key, value in store.rows("page")}
    findings: dict[str, tuple[Finding, ...]] = {}
    accepted: dict[str, tuple[Accepted, ...]] = {}
    facts: dict[str, bytes] = {}
    stale: list[tuple[Page, bytes]] = []
    for page in pages:
        key = keys.of(page)
        before, value = known.get(page.path, (b"", b""))
        sha = value[:SHA].hex()
        if before == key and stage.holds(page.path, sha):
            stage.keep(page.path, sha)
            if value[SHA : SHA + SIZE] != UNCHECKED:
                facts[page.path] = value[SHA : SHA + SIZE]
            if value[SHA + SIZE :]:
                findings[page.path], accepted[page.path] = unpacked(value[SHA + SIZE :])
        else:
            stale.append((page, key))
    if not stale:
        _forget(store, known, stage)
        return Made(findings, accepted, facts, (), ())

    # All that shows a document one after the other: its text is fetched once, and what modes share is drawn once.
    stale.sort(key=lambda one: one[0].document.path if one[0].document else one[0].url)
    reasons: Counter[tuple[str, tuple[str, ...]]] = Counter()
    examples: dict[tuple[str, tuple[str, ...]], str] = {}
    rows: list[tuple[str, bytes, bytes]] = []
    details: list[tuple[str, bytes, bytes]] = []
    tallies: list[tuple[str, bytes, bytes]] = []
    parts_rows: list[tuple[str, bytes, bytes]] = []
    words: dict[Text, Text] = {}
    artifacts = each(finish(), _whole((page for page, _ in stale), passages), len(stale))
    for done, ((page, key), artifact) in enumerate(zip(stale, artifacts, strict=True), start=1):
        written = bytes.fromhex(stage.put(page.path, artifact.text.encode()))
        facts_print, found = UNCHECKED, b""
        if artifact.checked is not None:
            told = facts_of(artifact.checked.outline)
            facts_print = facts[page.path] = fingerprint(told)
            details.append((page.path, facts_print, zlib.compress(packed(told), 1)))
            tallies.append((page.path, b"", zlib.compress(packed(artifact.checked.tally), 1)))
            if artifact.checked.findings or artifact.checked.accepted:
                # Pages have much the same said of them; what came from workers are many copies of it.
                told_of = (replace(each, message=words.setdefault(each.message, each.message))
                           for each in artifact.checked.findings)  # fmt: skip
                both = tuple(told_of), artifact.checked.accepted
                findings[page.path], accepted[page.path] = both
                found = packed(both)
        rows.append((page.path, key, written + facts_print + found))
        parts = keys.parts(page)
        cause = page.template, _changed(store, page, parts, known.get(page.path, (b"",))[0], key)
        reasons[cause] += 1
        examples.setdefault(cause, page.path)
        parts_rows.append((page.path, b"", packed(parts)))
        if done % ROWS == 0 or done == len(stale):
            for kind, some in (("page", rows), ("facts", details), ("tally", tallies), ("parts", parts_rows)):
                store.keep(kind, some)
                some.clear()
        if done % 16 == 0 or done == len(stale):
            progress(done, len(stale))
    _forget(store, known, stage)
    told_reasons = tuple(
        Reason(template, parts, count, examples[template, parts])
        for (template, parts), count in sorted(reasons.items())
    )
    return Made(findings, accepted, facts, tuple(sorted(page.path for page, _ in stale)), told_reasons)


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


def _forget(store: Store, known: dict[str, tuple[bytes, bytes]], stage: Stage) -> None:
    gone = known.keys() - stage.new.keys()
    for kind in ("page", "facts", "tally", "parts"):
        store.drop(kind, gone)
