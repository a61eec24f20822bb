"""Rule: what it looks at, what it may say, and examples that are its tests and its page in docs/rules.md."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING

from mingwen.linting.hit import Hit, Hits
from mingwen.model import Level, Text

if TYPE_CHECKING:
    from mingwen.linting.dom import Node

__all__ = ["RULES", "Example", "Hit", "Hits", "Rule"]

Check = Callable[["Node"], Hits]


@dataclass(frozen=True, slots=True)
class Example:
    """A page or a piece of one. `says` is the message it must give, several parted by blanks, "" for none.

    `sheets` are the stylesheets that it links, as pairs of path and text.
    """

    html: str
    says: str = ""
    sheets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """Used as a decorator on a generator of hits, which becomes `check`.

    `on` is a CSS selector, `when` what must hold besides: the function is called with each element that fits both,
    and these are counted as the rule's targets. `basis` names norms and clauses, `act` the W3C ACT rules that it
    implements, `wcag` the success criteria that a failure breaks: exactly those of the ACT rule where there is one.
    `level` "advice" is for what no norm demands, though readers suffer from it.
    """

    id: str
    name: Text
    why: Text
    basis: tuple[str, ...]
    on: str
    says: Mapping[str, Text]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    wcag: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    when: Callable[[Node], bool] | None = None
    check: Check | None = None
    level: Level = "failure"

    def __call__(self, check: Check) -> Rule:
        return replace(self, check=check)


class Rules(Mapping[str, Rule]):
    """All rules by id, in order: one a module of mingwen/linting/rules/, read when first asked for.

    The rule in `img_alt.py` is the one named img_alt, and its id is img-alt.
    """

    def __init__(self) -> None:
        self._rules: dict[str, Rule] = {}

    def _all(self) -> dict[str, Rule]:
        if not self._rules:
            package = import_module("mingwen.linting.rules")
            for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
                rule: Rule = getattr(import_module(f"mingwen.linting.rules.{name}"), name)
                self._rules[rule.id] = rule
        return self._rules

    def __getitem__(self, key: str) -> Rule:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


RULES = Rules()
