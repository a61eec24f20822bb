"""Parsed manuscripts as the store keeps them: the short part of each always at hand, the passage only when it is shown.

So a build of 100,000 documents holds 100,000 titles in memory, and as many texts as it works on at the moment.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mingwen.fingerprint import Fingerprints
from mingwen.model import Body, Document
from mingwen.reading.links import fill
from mingwen.reading.parsed import Kept, Parsed, Passage, Source, Target
from mingwen.store import Store, packed, unpacked

TEXT = "text"
# zlib's fastest level: a third of the size for a tenth of the time that parsing takes.
LEVEL = 1


def parse_kept(source: Source) -> tuple[Kept, bytes]:
    """Parse a manuscript; its passage comes as bytes for the store."""
    from mingwen.reading.parse import parse

    return parted(parse(source))


def parted(parsed: Parsed) -> tuple[Kept, bytes]:
    """A parsed manuscript, and its passage as bytes."""
    document = parsed.document
    passage = Passage(
        document.body.html, document.body.lines, document.headings, document.links, parsed.ids, parsed.spelt
    )
    short = replace(
        parsed, document=replace(document, body=Body(""), headings=(), links=()), ids=frozenset(), spelt=()
    )  # fmt: skip
    prints = Fingerprints()
    sight = prints.of(
        (
            parsed.usable,
            document.url,
            passage.headings,
            passage.ids,
            parsed.interprets,
            parsed.interpreted_by,
            parsed.aliases,
        )
    )
    words = prints.of(passage.html)
    # A long text is gone through once, and headings that the sight has gone through are known.
    text = prints.of((words, passage.lines, passage.headings, passage.links, passage.ids))
    return Kept(short, sight, text, words), zlib.compress(packed(passage), LEVEL)


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of a site's manuscripts, fetched from the store one by one. `texts` are their keys by path,
    `targets` what the gaps of each are filled with, `prints` the fingerprint of each document."""

    store: Store
    texts: Mapping[str, bytes] = field(default_factory=dict)
    targets: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    prints: tuple[tuple[Document, bytes], ...] = ()

    def of(self, path: str) -> Passage:
        """The passage of a manuscript; raises sqlite3.DatabaseError if the store has lost it."""
        data = self.store.value(TEXT, path, self.texts[path])
        if data is None:
            raise sqlite3.DatabaseError(f"the text of {path} is lost")
        passage: Passage = unpacked(zlib.decompress(data))
        return passage

    def whole(self, document: Document) -> Document:
        """The document with its body, headings and links."""
        passage = self.of(document.path)
        html = fill(passage.html, self.targets[document.path])
        body = replace(document.body, html=html, lines=passage.lines)
        return replace(document, body=body, headings=passage.headings, links=passage.links)
