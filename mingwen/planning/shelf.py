"""Documents and columns laid out so that each kind of page finds its own in one look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from mingwen.model import Column, Document, Entry, Settings


@dataclass(frozen=True, slots=True)
class Shelf:
    """`newest[key]` holds a column's documents, newest first; `children[key]` the columns below it, in order.

    `entries` are by the document's path and `trails` by the column's key: made once and shared by all pages that show
    them, so that thousands of pages hold one value and not thousands of equal ones.
    """

    columns: dict[str, Column]
    children: dict[str, tuple[Column, ...]]
    newest: dict[str, tuple[Document, ...]]
    place: dict[str, int]
    by_path: dict[str, Document]
    entries: dict[str, Entry]
    trails: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, columns: Iterable[Column], documents: Iterable[Document]) -> Shelf:
        listed = sorted(columns, key=lambda column: (column.order, column.key))
        below: defaultdict[str, list[Column]] = defaultdict(list)
        for column in listed:
            below[column.parent].append(column)
        filed: defaultdict[str, list[Document]] = defaultdict(list)
        for document in documents:
            filed[document.column].append(document)
        newest = {key: newest_first(some) for key, some in filed.items()}
        return cls(
            {column.key: column for column in listed},
            {key: tuple(some) for key, some in below.items()},
            newest,
            {document.path: at for some in newest.values() for at, document in enumerate(some)},
            {document.path: document for some in newest.values() for document in some},
            {document.path: document_entry(document) for some in newest.values() for document in some},
        )

    def entry(self, document: Document) -> Entry:
        """The document as others see it."""
        return self.entries[document.path]

    def in_column(self, key: str) -> tuple[Document, ...]:
        return self.newest.get(key, ())

    def below(self, key: str) -> tuple[Column, ...]:
        return self.children.get(key, ())

    def everything(self) -> tuple[Document, ...]:
        """All dated documents but single pages, newest first."""
        return newest_first(
            document for document in self.by_path.values() if document.date is not None and document.kind != "page"
        )

    def trail(self, key: str, settings: Settings) -> tuple[Entry, ...]:
        """The breadcrumb from the home page down to the column `key`, itself included."""
        if key not in self.trails:
            column = self.columns.get(key)
            above = self.trail(column.parent, settings) if column else (home_entry(settings),)
            self.trails[key] = (*above, column_entry(column)) if column else above
        return self.trails[key]


def newest_first(documents: Iterable[Document]) -> tuple[Document, ...]:
    """By date, then path, so that two machines agree; documents without a date come last."""
    return tuple(sorted(documents, key=lambda document: (document.date or datetime.min, document.path), reverse=True))


def document_entry(document: Document) -> Entry:
    """A document as others see it. Its 要点 are run together as one summary."""
    parts = [point.rstrip("。；;. ") for point in document.summary]
    stop, gap = ("。", "；") if document.lang.startswith("zh") else (".", "; ")
    summary = gap.join(parts) + stop if parts else ""
    return Entry(document.title, document.url, document.date, summary, document.kind, document.status, document.lang)


def column_entry(column: Column) -> Entry:
    """A column as others see it."""
    return Entry(column.name, column.url, summary=column.description)


def home_entry(settings: Settings) -> Entry:
    """The home page as the breadcrumb names it."""
    return Entry("首页" if settings.lang.startswith("zh") else "Home", "index.html")
