"""What the theme brings for readers: how to see and hear better, and the accessibility statement.

A manuscript at the same address (content/help.md, content/accessibility.md) takes the page's place.
"""

from __future__ import annotations

from collections.abc import Iterator

from mingwen.model import Entry, Mode, Page, Settings, Text
from mingwen.planning.shelf import Shelf, home_entry

PAGES = {
    "help.html": Text("怎样看得更清楚、听得更明白", "How to see and hear this site better"),
    "accessibility.html": Text("无障碍声明", "Accessibility statement"),
}


def help_entries(shelf: Shelf, settings: Settings) -> tuple[Entry, ...]:
    """The pages of ours that no manuscript stands in for."""
    taken = {document.url for document in shelf.by_path.values()}
    chinese = settings.lang.startswith("zh")
    return tuple(Entry(title.zh if chinese else title.en, url) for url, title in PAGES.items() if url not in taken)


def help_pages(shelf: Shelf, mode: Mode, settings: Settings) -> Iterator[Page]:
    """Those pages in one mode."""
    for entry in help_entries(shelf, settings):
        trail = (home_entry(settings),)
        yield Page(mode.prefix + entry.url, entry.url, entry.url, mode, entry.title, settings.lang, trail=trail)
