"""Checks across pages: one module each, which holds one Audit of the module's name."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module

from mingwen.model import Finding, Level, Outline, Text


@dataclass(frozen=True)
class Pages:
    """All pages of a site, and every file it has (pages too); `root_path` is the path under which it is served."""

    outlines: tuple[Outline, ...]
    files: frozenset[str]
    root_path: str = "/"

    @cached_property
    def by_path(self) -> dict[str, Outline]:
        return {outline.path: outline for outline in self.outlines}


@dataclass(frozen=True, slots=True)
class Audit:
    """A check across pages. Fields mean what they mean in a Rule; `check` yields finished findings, level included."""

    id: str
    name: Text
    why: Text
    basis: tuple[str, ...]
    says: Mapping[str, Text]
    check: Callable[[Pages], Iterator[Finding]]
    level: Level = "failure"


def load() -> dict[str, Audit]:
    """All audits by id; one module each, and its name is the audit's."""
    found: dict[str, Audit] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        each: Audit = getattr(import_module(f"{__name__}.{name}"), name.upper())
        found[each.id] = each
    return found


def audit(
    outlines: Iterable[Outline],
    files: frozenset[str] = frozenset(),
    root_path: str = "/",
    audits: Iterable[Audit] | None = None,
) -> tuple[Finding, ...]:
    """Findings that only show when pages lie side by side, ordered by place.

    Paths of outlines and files are relative to the site's root. A link that leaves the site is never followed.
    `audits` are the checks to run, by default all.
    """
    pages = Pages(tuple(outlines), files, root_path)
    chosen = load().values() if audits is None else audits
    found = (finding for each in chosen for finding in each.check(pages))
    return tuple(sorted(found, key=lambda it: (it.place.path, it.place.line, it.place.column, it.rule)))
