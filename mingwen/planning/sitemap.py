"""The site map for people, and the page for an address that is not there."""

from __future__ import annotations

from mingwen.model import STANDARD, Entry, Mode, Page, Settings
from mingwen.planning.columns import group
from mingwen.planning.help import help_entries
from mingwen.planning.shelf import Shelf, home_entry


def sitemap_page(shelf: Shelf, mode: Mode, settings: Settings) -> Page:
    """All columns as a tree; `entries` are the pages that stand in no column."""
    url = "sitemap.html"
    return Page(
        mode.prefix + url,
        url,
        "sitemap.html",
        mode,
        "网站地图" if settings.lang.startswith("zh") else "Site map",
        settings.lang,
        trail=(home_entry(settings),),
        entries=(*(shelf.entry(document) for document in shelf.in_column("")), *help_entries(shelf, settings)),
        groups=tuple(group(column, shelf, 0) for column in shelf.below("")),
    )


def not_found_page(shelf: Shelf, settings: Settings) -> Page:
    """404.html, in 标准版 only: a server shows it at any depth, so its links are absolute."""
    return Page(
        "404.html",
        "404.html",
        "404.html",
        STANDARD,
        "没有找到这个页面" if settings.lang.startswith("zh") else "Page not found",
        settings.lang,
        trail=(home_entry(settings),),
        entries=tuple(Entry(column.name, column.url) for column in shelf.below("")),
    )
