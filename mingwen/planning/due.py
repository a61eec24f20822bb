"""Which documents are published on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mingwen.model import Document, Skipped


def due(documents: Iterable[Document], today: date) -> tuple[tuple[Document, ...], Skipped]:
    """The documents of this day in a fixed order (path), and how many were kept out, by reason."""
    published, drafts, early, expired = [], 0, 0, 0
    for document in sorted(documents, key=lambda document: document.path):
        if document.draft:
            drafts += 1
        elif document.date is not None and document.date.date() > today:
            early += 1
        elif document.expires is not None and document.expires <= today:
            expired += 1
        else:
            published.append(document)
    return tuple(published), Skipped(drafts, early, expired)


def withheld(documents: Iterable[Document], published: Iterable[Document]) -> frozenset[str]:
    """Output paths of attachments that only unpublished documents have: a result must not be out before its notice."""
    shown = tuple(published)
    out = {document.path for document in shown}
    free = {attachment.path for document in shown for attachment in document.attachments}
    waiting = {a.path for document in documents if document.path not in out for a in document.attachments}
    return frozenset(waiting - free)
