"""plan(): documents and all other kinds of pages, in all reading modes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from mingwen.model import Asset, Document, Finding, Frame, Mode, Page, Place, Plan, Site, Text
from mingwen.planning.columns import column_pages, listed, menu
from mingwen.planning.documents import document_pages, document_paths, views
from mingwen.planning.due import due, unmentioned, withheld
from mingwen.planning.feeds import feed_pages
from mingwen.planning.help import help_pages
from mingwen.planning.home import home_page
from mingwen.planning.redirects import redirect_pages
from mingwen.planning.shelf import Shelf
from mingwen.planning.sitemap import not_found_page, sitemap_page


def plan(site: Site, today: date, styles: tuple[tuple[str, str], ...] = ()) -> Plan:
    """Every page to make on this day. `styles` gives each mode's stylesheet address, with its version.

    `findings` name addresses that two things claim, with which nothing may be written, and files that nothing uses.
    """
    published, skipped = due(site.documents, today)
    home = (site.home,) if site.home else ()
    shelf = Shelf.of(site.columns, published)
    columns = [(column, listed(column, shelf, site.settings)) for column in site.columns]
    singles = tuple(
        page
        for mode in site.settings.modes
        for page in (
            home_page(site, shelf, mode),
            *(page for column, lists in columns for page in column_pages(column, lists, shelf, mode, site.settings)),
            sitemap_page(shelf, mode, site.settings),
            *help_pages(shelf, mode, site.settings),
        )
    )
    singles += (not_found_page(shelf, site.settings), *redirect_pages(published), *feed_pages(site, shelf))
    shown = tuple(views(document, shelf, site.settings) for document in published)
    frame = Frame(site.settings, menu(shelf), styles, tuple(_scripts(site.assets)))
    withhold = withheld((*site.documents, *home), (*published, *home))
    taken = [(page.path, page.mode) for page in singles]
    taken += [each for document in published for each in document_paths(document, site.settings)]
    distinct = {path for path, _ in taken}.union(asset.path for asset in site.assets)
    # Who claims an address is only asked where there are fewer of them than of things to make.
    clashing = len(distinct) < len(taken) + len(site.assets)
    clashes = _clashes(singles, published, site) if clashing else ()
    counts = _counts(site.settings.modes, taken)
    return Plan(frame, singles, shown, counts, (*clashes, *unmentioned(site)), skipped, withhold)


def all_pages(plan: Plan) -> Iterator[Page]:
    """Every page of a plan."""
    yield from plan.singles
    for each in plan.views:
        yield from document_pages(each, plan.frame.settings)


def _counts(modes: Iterable[Mode], taken: Iterable[tuple[str, Mode]]) -> tuple[tuple[str, int], ...]:
    """How many HTML pages each mode has."""
    counted = Counter(mode.key for path, mode in taken if path.endswith(".html"))
    return tuple((mode.key, counted[mode.key]) for mode in modes)


def mode_by_mode(paths: Iterable[str], modes: Iterable[Mode]) -> list[str]:
    """Output paths in the order in which people look at a site: one mode after the other."""
    prefixes = [mode.prefix for mode in modes if mode.prefix]
    return sorted(
        paths, key=lambda path: next((n for n, prefix in enumerate(prefixes, 1) if path.startswith(prefix)), 0)
    )


def _scripts(assets: Iterable[Asset]) -> Iterator[tuple[str, str]]:
    """Name → address of every script in js/, with a version so that a browser never keeps an old one."""
    for asset in assets:
        folder, _, name = asset.path.rpartition("/")
        if folder == "js" and name.endswith(".js"):
            yield name.removesuffix(".js"), f"{asset.path}?v={asset.digest[:8]}"


def _clashes(singles: Iterable[Page], documents: Iterable[Document], site: Site) -> Iterator[Finding]:
    """Two things with one address, where only one file can lie."""
    owners: dict[str, str] = {}
    claims = chain(
        ((page.path, page.document.path if page.document else page.template) for page in singles),
        ((path, document.path) for document in documents for path, _ in document_paths(document, site.settings)),
        ((asset.path, asset.source) for asset in site.assets),
    )
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
