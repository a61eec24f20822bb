"""Media states by the words of a command, and one page looked at in several of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from mingwen.errors import UsageError
from mingwen.linting.css.media import Media
from mingwen.linting.rule import Rule
from mingwen.linting.run import lint, order
from mingwen.linting.styles import Styles
from mingwen.linting.words import nearest
from mingwen.model import Checked, Finding, Text

WORDS: dict[str, dict[str, Any]] = {
    "screen": {"kind": "screen"},
    "print": {"kind": "print"},
    "light": {"scheme": "light"},
    "dark": {"scheme": "dark"},
    "more-contrast": {"contrast": "more"},
    "less-contrast": {"contrast": "less"},
    "forced-colors": {"forced_colors": True},
    "reduced-motion": {"reduced_motion": True},
}
SIZES = ("width", "height")
# CSS px.
LARGEST = 100_000


def state(words: str) -> Media:
    """A state such as "dark,width=360"; raises UsageError for a word that is none."""
    values: dict[str, Any] = {}
    for word in words.replace(",", " ").split():
        name, _, number = word.partition("=")
        if word in WORDS:
            values |= WORDS[word]
        elif name in SIZES and number.isascii() and number.isdecimal() and 0 < int(number[:7]) <= LARGEST:
            values[name] = float(number)
        else:
            raise unknown(word)
    return Media(**values)


def unknown(word: str) -> UsageError:
    """The error for a word, with the nearest known one."""
    listed = (*WORDS, "width=360", "height=640")
    near = nearest(word, listed)
    meant = Text(f"是不是 {near}？", f"Is {near} meant? ") if near else Text("", "")
    return UsageError(
        None,
        Text(f"--media 里没有“{word}”", f"--media knows no {word!r}"),
        Text(f"{meant.zh}可用的有：{'、'.join(listed)}", f"{meant.en}There are {', '.join(listed)}"),
    )


def lint_in(states: Sequence[str], html: str, rules: Iterable[Rule], path: str, styles: Styles) -> Checked:
    """Check a page in each state, or on an ordinary screen where there is none.

    What is found in every state is told once; what is not says in which.
    """
    chosen = tuple(rules)
    if not states:
        return lint(html, chosen, path, styles)
    each = [lint(html, chosen, path, replace(styles, media=state(words))) for words in states]
    found: dict[Finding, list[str]] = {}
    tally: dict[str, int] = {}
    for words, checked in zip(states, each, strict=True):
        for finding in dict.fromkeys(checked.findings):
            found.setdefault(finding, []).append(words)
        for rule, count in checked.tally:
            tally[rule] = max(count, tally.get(rule, 0))
    findings = [it if len(where) == len(states) else only(it, where) for it, where in found.items()]
    return replace(each[0], findings=tuple(sorted(findings, key=order)), tally=tuple(sorted(tally.items())))


def only(finding: Finding, states: Sequence[str]) -> Finding:
    """The finding with the states in which it was found."""
    message = finding.message
    zh, en = "、".join(states), ", ".join(states)
    return replace(finding, message=Text(f"{message.zh}（在 {zh} 时）", f"{message.en} (with {en})"))
