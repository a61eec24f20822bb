"""Findings that show only when pages lie side by side: those of the last build if no page gives cause to look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mingwen.engine import engine
from mingwen.fingerprint import digest
from mingwen.making import Made, facts_in, whole
from mingwen.model import Finding, Plan
from mingwen.planning import all_pages, mode_by_mode
from mingwen.reading.keeping import Passages
from mingwen.store import Store, packed, unpacked

if TYPE_CHECKING:
    from mingwen.finishing import Finish


def audited(
    made: Made,
    planned: Plan,
    files: frozenset[str],
    audits: tuple[str, ...],
    store: Store,
    finish: Callable[[], Finish],
    passages: Passages,
) -> tuple[Finding, ...]:
    """What audits find on all pages of the plan. `files` are the paths of all files of the site."""
    if not audits:
        return ()
    root_path = planned.frame.settings.root_path
    key = digest((tuple(sorted(made.facts.items())), tuple(sorted(files)), root_path, audits, engine()))
    known = store.value("audit", "", key)
    if known:
        findings: tuple[Finding, ...]
        findings, named = unpacked(known)
        if not set(named) & set(made.made):
            return findings
    from mingwen.auditing import across
    from mingwen.linting.audits import load

    every = {page.path: page for page in all_pages(planned) if page.path in made.facts}
    one = finish()
    findings, named = across(
        lambda: facts_in(store), mode_by_mode(every, planned.frame.settings.modes), files, root_path,
        [load()[id_] for id_ in audits],
        lambda paths: (one.outline(whole(every[path], passages)) for path in paths),
    )  # fmt: skip
    store.keep("audit", [("", key, packed((findings, named)))])
    return findings
