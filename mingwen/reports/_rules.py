"""What the rules say of themselves, for reports that describe them."""

from __future__ import annotations

from dataclasses import dataclass

from mingwen.model import Text


@dataclass(frozen=True, slots=True)
class Description:
    """`act` are W3C ACT rules that it implements, `wcag` success criteria, `level` "failure" or "advice"; `across`
    says that it looks at pages side by side."""

    id: str
    name: Text
    why: Text
    act: tuple[str, ...] = ()
    wcag: tuple[str, ...] = ()
    level: str = "failure"
    across: bool = False


def describe(id_: str) -> Description:
    """A rule or audit by its id; what is neither (a mistake in a manuscript) has only its id for a name."""
    from mingwen.linting.audits import load
    from mingwen.linting.rule import RULES

    if id_ in RULES:
        rule = RULES[id_]
        return Description(id_, rule.name, rule.why, rule.act, rule.wcag, rule.level)
    audit = load().get(id_)
    if audit:
        return Description(id_, audit.name, audit.why, level=audit.level, across=True)
    return Description(id_, Text(id_, id_), Text("", ""))
