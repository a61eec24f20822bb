"""Checks across pages: one module each, a function `check(site)` that yields findings."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module

from mingwen.model import Finding, Outline


@dataclass(frozen=True)
class Pages:
    """All pages of a site, and every file it has (pages too); `root_path` is the path under which it is served."""

    outlines: tuple[Outline, ...]
    files: frozenset[str]
    root_path: str = "/"

    @cached_property
    def by_path(self) -> dict[str, Outline]:
        return {outline.path: outline for outline in self.outlines}


def audit(
    outlines: Iterable[Outline], files: frozenset[str] = frozenset(), root_path: str = "/"
) -> tuple[Finding, ...]:
    """Findings that only show when pages lie side by side, ordered by place.

    Paths of outlines and files are relative to the site's root. A link that leaves the site is never followed.
    """
    pages = Pages(tuple(outlines), files, root_path)
    found: list[Finding] = []
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        found.extend(import_module(f"{__name__}.{name}").check(pages))
    return tuple(sorted(found, key=lambda it: (it.place.path, it.place.line, it.place.column, it.rule)))
