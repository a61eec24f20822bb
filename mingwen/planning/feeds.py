"""Files for machines: the Atom feed, sitemap.xml and robots.txt."""

from __future__ import annotations

from mingwen.model import STANDARD, Entry, Page, Site
from mingwen.planning.shelf import Shelf, column_entry, home_entry

FEED_SIZE = 20


def feed_pages(site: Site, shelf: Shelf) -> tuple[Page, ...]:
    newest = tuple(shelf.entry(document) for document in shelf.everything()[:FEED_SIZE])
    return (
        _file(site, "feed.xml", newest),
        _file(site, "sitemap.xml", _addresses(site, shelf)),
        _file(site, "robots.txt", ()),
    )


def _file(site: Site, path: str, entries: tuple[Entry, ...]) -> Page:
    settings = site.settings
    return Page(path, path, path, STANDARD, settings.name, settings.lang, settings.description, entries=entries)


def _addresses(site: Site, shelf: Shelf) -> tuple[Entry, ...]:
    """Every page of 标准版 with its date, in a fixed order: home, columns, documents by path."""
    documents = (shelf.by_path[path] for path in sorted(shelf.by_path))
    return (
        home_entry(site.settings),
        *(column_entry(column) for column in shelf.columns.values()),
        *(shelf.entry(document) for document in documents),
    )
