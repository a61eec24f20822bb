"""Presets: named choices of rules, so that nobody has to list ids."""

from __future__ import annotations

from collections.abc import Callable

from mingwen.linting.rule import RULES, Rule

# What only people can answer would flood the first run over an old site; these wait until the failures are mended.
LATER = frozenset({"heading-order", "link-purpose", "one-h1", "th-scope"})
STRICT = frozenset({"one-h1"})

PRESETS: dict[str, Callable[[Rule], bool]] = {
    "推荐": lambda rule: rule.id not in STRICT,
    "严格": lambda rule: True,
    "旧站": lambda rule: rule.id not in LATER,
    "act": lambda rule: bool(rule.act),
}
ENGLISH = {"recommended": "推荐", "strict": "严格", "legacy": "旧站"}
DEFAULT = "推荐"


def preset(name: str) -> tuple[Rule, ...]:
    """The rules of a preset, by its Chinese or English name; raises KeyError for one that is not there."""
    wanted = PRESETS[ENGLISH.get(name, name)]
    return tuple(rule for rule in RULES.values() if wanted(rule))
