"""List pages of columns, and the menu."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from mingwen.model import Column, Group, MenuItem, Mode, Page, Pager, Settings
from mingwen.planning.shelf import Shelf, column_entry

T = TypeVar("T")

NEWEST_BELOW = 5


def column_pages(column: Column, shelf: Shelf, mode: Mode, settings: Settings) -> Iterator[Page]:
    """List pages of a column, newest first; an empty column still has one page.

    A list page holds entries (title, URL, date), never bodies, so editing a body leaves it fresh and editing a
    title does not.
    """
    chunks = list(_chunks(shelf.in_column(column.key), settings.page_size)) or [()]
    urls = tuple(list_url(column, number) for number in range(1, len(chunks) + 1))
    groups = tuple(group(child, shelf, NEWEST_BELOW) for child in shelf.below(column.key))
    for number, some in enumerate(chunks, start=1):
        yield Page(
            mode.prefix + urls[number - 1],
            urls[number - 1],
            "column.html",
            mode,
            column.name,
            settings.lang,
            column.description,
            column,
            trail=shelf.trail(column.parent, settings),
            entries=tuple(shelf.entry(document) for document in some),
            groups=groups if number == 1 else (),
            pager=Pager(number, urls) if len(urls) > 1 else None,
        )


def list_url(column: Column, number: int) -> str:
    """Where list page `number` (from 1) of a column lies."""
    return column.url if number == 1 else f"{column.key}/index_{number}.html"


def group(column: Column, shelf: Shelf, most: int) -> Group:
    """A column with at most `most` of its newest entries, and the columns below it in the same way."""
    return Group(
        column_entry(column),
        tuple(shelf.entry(document) for document in shelf.in_column(column.key)[:most]),
        tuple(group(child, shelf, most) for child in shelf.below(column.key)),
    )


def menu(shelf: Shelf, parent: str = "") -> tuple[MenuItem, ...]:
    """The columns as a tree, in their order."""
    return tuple(MenuItem(column.name, column.url, menu(shelf, column.key)) for column in shelf.below(parent))


def _chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]
