"""Small makers of findings, so that each check reads as one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from mingwen.model import Edit, Finding, Place, Text


def fail(rule: str, place: Place, zh: str, en: str, quote: str = "") -> Finding:
    """The manuscript is wrong here."""
    return Finding(rule, rule, "fail", place, Text(zh, en), quote=quote)


def ask(rule: str, place: Place, zh: str, en: str, quote: str = "", edit: Edit | None = None) -> Finding:
    """A person must look here; `edit` is what would mend it."""
    return Finding(rule, rule, "ask", place, Text(zh, en), quote=quote, edit=edit)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sorted by place, each once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda it: (it.place.path, it.place.line, it.place.column, it.rule, it.message.en)))
