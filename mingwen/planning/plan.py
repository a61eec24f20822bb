"""plan(): all kinds of pages, in all reading modes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mingwen.model import Asset, Finding, Frame, Page, Place, Plan, Site, Text
from mingwen.planning.columns import column_pages, menu
from mingwen.planning.documents import document_pages
from mingwen.planning.due import due, unmentioned, withheld
from mingwen.planning.feeds import feed_pages
from mingwen.planning.help import help_pages
from mingwen.planning.home import home_page
from mingwen.planning.redirects import redirect_pages
from mingwen.planning.shelf import Shelf
from mingwen.planning.sitemap import not_found_page, sitemap_page
from mingwen.planning.spoken import speech_page


def plan(site: Site, today: date, styles: tuple[tuple[str, str], ...] = ()) -> Plan:
    """Every page to make on this day. `styles` gives each mode's stylesheet address, with its version.

    `findings` name addresses that two things claim, with which nothing may be written, and files that nothing uses.
    """
    published, skipped = due(site.documents, today)
    home = (site.home,) if site.home else ()
    shelf = Shelf.of(site.columns, published)
    pages = tuple(
        page
        for mode in site.settings.modes
        for page in (
            home_page(site, shelf, mode),
            *(page for column in site.columns for page in column_pages(column, shelf, mode, site.settings)),
            *(page for document in published for page in document_pages(document, shelf, mode, site.settings)),
            sitemap_page(shelf, mode, site.settings),
            *help_pages(shelf, mode, site.settings),
        )
    )
    pages += (not_found_page(shelf, site.settings), *redirect_pages(published), *feed_pages(site, shelf))
    pages += tuple(speech_page(document) for document in published)
    frame = Frame(site.settings, menu(shelf), styles, tuple(_scripts(site.assets)))
    withhold = withheld((*site.documents, *home), (*published, *home))
    findings = (*_clashes(pages, site.assets), *unmentioned(site))
    return Plan(frame, pages, findings, skipped, withhold)


def _scripts(assets: Iterable[Asset]) -> Iterator[tuple[str, str]]:
    """Name → address of every script in js/, with a version so that a browser never keeps an old one."""
    for asset in assets:
        folder, _, name = asset.path.rpartition("/")
        if folder == "js" and name.endswith(".js"):
            yield name.removesuffix(".js"), f"{asset.path}?v={asset.digest[:8]}"


def _clashes(pages: Iterable[Page], assets: Iterable[Asset]) -> Iterator[Finding]:
    """Two things with one address, where only one file can lie."""
    owners: dict[str, str] = {}
    claims = [(page.path, page.document.path if page.document else page.template) for page in pages]
    claims += [(asset.path, asset.source) for asset in assets]
    for path, owner in claims:
        first = owners.setdefault(path, owner)
        if first != owner:
            yield Finding(
                "duplicate-url",
                "clash",
                "fail",
                Place(owner),
                Text(
                    f"网址 {path} 已经归 {first}。请用“网址名”给其中一个换个名字",
                    f"The address {path} already belongs to {first}. Give one of them another slug",
                ),
            )
