"""The home page: a welcome, the newest of all columns, and each column with its newest."""

from __future__ import annotations

from mingwen.model import Mode, Page, Site
from mingwen.planning.columns import NEWEST_BELOW, group
from mingwen.planning.shelf import Shelf

NEWEST = 8


def home_page(site: Site, shelf: Shelf, mode: Mode) -> Page:
    return Page(
        mode.prefix + "index.html",
        "index.html",
        "home.html",
        mode,
        site.settings.name,
        site.settings.lang,
        site.settings.description,
        document=site.home,
        entries=tuple(shelf.entry(document) for document in shelf.everything()[:NEWEST]),
        groups=tuple(group(column, shelf, NEWEST_BELOW) for column in shelf.below("")),
    )
