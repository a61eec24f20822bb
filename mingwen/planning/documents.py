"""The pages of a document: one in each mode, its large print, itself with pinyin, and its speech script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mingwen.model import STANDARD, Document, Entry, Mode, Page, Settings, Views
from mingwen.planning.prints import print_page, print_url
from mingwen.planning.shelf import Shelf, document_entry
from mingwen.planning.spoken import pinyin_page, pinyin_url, speech_page, speech_path, speech_url


def views(document: Document, shelf: Shelf, settings: Settings) -> Views:
    """A document with its neighbours and what it is tied to."""
    return Views(
        document,
        shelf.columns.get(document.column),
        shelf.trail(document.column, settings),
        _neighbour(document, shelf, +1),
        _neighbour(document, shelf, -1),
        _tied(document.interprets, shelf),
        _tied(document.interpreted_by, shelf),
    )


def document_pages(views: Views, settings: Settings) -> Iterator[Page]:
    """Every page of a document, mode by mode; its speech script, which all modes load, comes last."""
    document = views.document
    speech = speech_url(document, settings)
    for mode in settings.modes:
        seen = _in_mode(document, mode)
        page = Page(
            mode.prefix + document.url,
            document.url,
            "document.html",
            mode,
            document.title,
            document.lang,
            document_entry(seen).summary,
            views.column,
            seen,
            views.trail,
            earlier=views.earlier,
            later=views.later,
            interprets=views.interprets,
            interpreted_by=views.interpreted_by,
            print_url=print_url(document.url, mode),
            speech=speech,
            pinyin=pinyin_url(document, mode, settings),
        )
        yield page
        if page.print_url:
            yield print_page(page)
        if page.pinyin:
            yield pinyin_page(page)
    yield speech_page(document)


def document_paths(document: Document, settings: Settings) -> Iterator[tuple[str, Mode]]:
    """Where these pages lie, in the same order, without making them."""
    for mode in settings.modes:
        for url in (document.url, print_url(document.url, mode), pinyin_url(document, mode, settings)):
            if url:
                yield mode.prefix + url, mode
    yield speech_path(document), STANDARD


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
