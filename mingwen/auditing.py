"""Audits across all pages of a build, without having all pages at hand.

Of each page the store keeps what audits look at (Facts), without the places of links. As long as no page's facts
change, nor the files of the site, what was found stands. Else every link is looked up again, each once a folder: where
`../a.html` leads from zwgk/ is the same for all pages there. Pages on which something is found are made once
more to know the places.
"""

from __future__ import annotations

import posixpath
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mingwen.model import Finding, Link, Outline, Place

if TYPE_CHECKING:
    from mingwen.linting.audits import Audit

LINKS = "dead-link"
# Audits that look at titles and languages only; those not named here are given all links of all pages.
TITLES = frozenset({"duplicate-title"})


@dataclass(frozen=True, slots=True)
class Facts:
    """An outline without places: `links` are the hrefs of the page, each once."""

    title: str
    lang: str
    ids: tuple[str, ...]
    links: tuple[str, ...]


def facts_of(outline: Outline) -> Facts:
    """What is kept of an outline."""
    return Facts(
        outline.title, outline.lang, outline.ids, tuple(sorted({link.href for link in outline.links}))
    )  # fmt: skip


def across(
    facts: Callable[[], Iterable[tuple[str, Facts]]],
    paths: Sequence[str],
    files: frozenset[str],
    root_path: str,
    audits: Iterable[Audit],
    outlines: Callable[[Iterable[str]], Iterable[Outline]],
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings of audits over the pages `paths`, in that order, and the pages whose links' places they name.

    `facts` yields each page's facts, `outlines` works out the whole outlines of some.
    """
    from mingwen.linting.audits import audit

    chosen = list(audits)
    light: dict[str, Outline] = {}
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    for path, each in facts():
        ids = shared.setdefault(each.ids, tuple(map(sys.intern, each.ids)))
        light[path] = Outline(path, each.title, each.lang, ids)
    ordered = {path: light[path] for path in paths if path in light}
    others = [each for each in chosen if each.id != LINKS and each.id not in TITLES]
    suspects: set[str] = set()
    if any(each.id == LINKS for each in chosen):
        suspects |= _suspects(facts(), ordered, files, root_path)
    if others:
        linked = {path: replace(ordered[path], links=_links(path, each)) for path, each in facts() if path in ordered}
        rough = audit([linked[path] for path in ordered], files, root_path, others)
        suspects |= {finding.place.path for finding in rough} & ordered.keys()
        ordered |= linked
    exact = {outline.path: outline for outline in outlines(path for path in paths if path in suspects)}
    found = audit((ordered | exact).values(), files, root_path, chosen)
    return found, tuple(sorted(suspects))


def _suspects(
    facts: Iterable[tuple[str, Facts]], every: Mapping[str, Outline], files: frozenset[str], root_path: str
) -> set[str]:
    """Pages with links that lead nowhere."""
    from mingwen.linting.audits import Pages
    from mingwen.linting.audits.dead_link import follow

    pages = Pages(tuple(every.values()), files, root_path)
    good: defaultdict[str, set[str]] = defaultdict(set)
    found: set[str] = set()
    for path, each in facts:
        if path not in every:
            continue
        known = good[posixpath.dirname(path)]
        for href in each.links:
            if href in known or (href[0] == "#" and href[1:] in each.ids):
                continue
            if any(follow(Link(href, Place(path)), every[path], pages)):
                found.add(path)
            # What follows # alone, or ? alone, is about this very page and no other.
            elif href[0] not in "#?":
                known.add(href)
    return found


def _links(path: str, facts: Facts) -> tuple[Link, ...]:
    return tuple(Link(href, Place(path)) for href in facts.links)
