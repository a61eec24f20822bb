"""One page for each document in each mode."""

from __future__ import annotations

from dataclasses import replace

from mingwen.model import Document, Entry, Mode, Page, Settings
from mingwen.planning.prints import print_pages, print_url
from mingwen.planning.shelf import Shelf, document_entry
from mingwen.planning.spoken import pinyin_pages, pinyin_url, speech_url


def document_pages(document: Document, shelf: Shelf, mode: Mode, settings: Settings) -> tuple[Page, ...]:
    """The document's page in one mode, with its neighbours and what it is tied to; its print; itself with pinyin."""
    seen = _in_mode(document, mode)
    page = (
        Page(
            mode.prefix + document.url,
            document.url,
            "document.html",
            mode,
            document.title,
            document.lang,
            (document_entry(seen) if document.overrides else shelf.entry(document)).summary,
            shelf.columns.get(document.column),
            seen,
            shelf.trail(document.column, settings),
            earlier=_neighbour(document, shelf, +1),
            later=_neighbour(document, shelf, -1),
            interprets=_tied(document.interprets, shelf),
            interpreted_by=_tied(document.interpreted_by, shelf),
            print_url=print_url(document.url, mode),
            speech=speech_url(document, settings),
            pinyin=pinyin_url(document, mode, settings),
        ),
    )
    return (*page, *print_pages(page), *pinyin_pages(page))


def _in_mode(document: Document, mode: Mode) -> Document:
    """The document with what its front matter says differently for this mode."""
    for override in document.overrides:
        if override.mode == mode.key:
            return replace(
                document,
                summary=override.summary or document.summary,
                contact=override.contact or document.contact,
                overrides=(),
            )
    return replace(document, overrides=()) if document.overrides else document


def _neighbour(document: Document, shelf: Shelf, step: int) -> Entry | None:
    """The document before (+1, earlier) or after (-1, later) in the column's order, newest first."""
    neighbours = shelf.in_column(document.column)
    at = shelf.place[document.path] + step
    return shelf.entry(neighbours[at]) if 0 <= at < len(neighbours) else None


def _tied(paths: tuple[str, ...], shelf: Shelf) -> tuple[Entry, ...]:
    """Entries of the published documents among `paths`; one not yet published is left out until its day."""
    return tuple(shelf.entries[path] for path in paths if path in shelf.by_path)
