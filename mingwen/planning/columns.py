"""List pages of columns, and the menu."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mingwen.model import Column, Entry, Group, MenuItem, Mode, Page, Pager, Settings
from mingwen.planning.shelf import Shelf, column_entry

T = TypeVar("T")

NEWEST_BELOW = 5


@dataclass(frozen=True, slots=True)
class Listed:
    """What one list page of a column shows, in whatever mode: made once, so that modes hold one value."""

    url: str
    entries: tuple[Entry, ...]
    groups: tuple[Group, ...] = ()
    pager: Pager | None = None


def listed(column: Column, shelf: Shelf, settings: Settings) -> tuple[Listed, ...]:
    """The list pages of a column, newest first; an empty column still has one page.

    A list page holds entries (title, URL, date), never bodies, so editing a body leaves it fresh and editing a
    title does not.
    """
    chunks = list(_chunks(shelf.in_column(column.key), settings.page_size)) or [()]
    urls = tuple(list_url(column, number) for number in range(1, len(chunks) + 1))
    groups = tuple(group(child, shelf, NEWEST_BELOW) for child in shelf.below(column.key))
    return tuple(
        Listed(
            urls[number - 1],
            tuple(shelf.entry(document) for document in some),
            groups if number == 1 else (),
            Pager(number, urls) if len(urls) > 1 else None,
        )
        for number, some in enumerate(chunks, start=1)
    )


def column_pages(
    column: Column, lists: Iterable[Listed], shelf: Shelf, mode: Mode, settings: Settings
) -> Iterator[Page]:
    """The list pages of a column in one mode."""
    for one in lists:
        yield Page(
            mode.prefix + one.url,
            one.url,
            "column.html",
            mode,
            column.name,
            settings.lang,
            column.description,
            column,
            trail=shelf.trail(column.parent, settings),
            entries=one.entries,
            groups=one.groups,
            pager=one.pager,
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
