"""Which checks a build runs, and what of their findings counts. The linter is only loaded where it must be."""

from __future__ import annotations

from datetime import date

from mingwen.engine import engine
from mingwen.fingerprint import fingerprint
from mingwen.judging import settle
from mingwen.model import Accepted
from mingwen.reports import Report
from mingwen.store import Store, packed, unpacked


def chosen(only: tuple[str, ...] | None, store: Store) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the rules and of the audits to run. Known to the store, so that an unchanged build loads none of them."""
    if only == ():
        return (), ()
    key = fingerprint(engine(), only)
    if known := store.value("rules", "", key):
        ids: tuple[tuple[str, ...], tuple[str, ...]] = unpacked(known)
        return ids
    from mingwen.linting.presets import choose

    rules, audits = choose(only=only or ())
    ids = tuple(rule.id for rule in rules), tuple(audit.id for audit in audits)
    store.keep("rules", [("", key, packed(ids))])
    return ids


def judged(found: Report, accepted: tuple[Accepted, ...], today: date) -> Report:
    """What counts on this day. Rules are only loaded, to know their names, where something is accepted."""
    if not accepted and not any(checked.accepted for _, checked in found.files):
        return found
    from mingwen.linting import RULES
    from mingwen.linting.audits import load

    return settle(found, accepted, today, (*RULES, *load()))
