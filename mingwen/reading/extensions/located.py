"""Gives inline tokens their line and column, which markdown-it does not keep.

`meta["place"]` is (line, column) in the body, from 0. Columns count characters of the manuscript's own line,
indentation and markers included.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from mingwen.reading.manuscript import Manuscript, of

RULES = ("newline", "escape", "link", "image", "html_inline", "autolink", "footnote_ref")
Rule = Callable[[StateInline, bool], bool]


def extend(md: MarkdownIt) -> None:
    known = {rule.name: rule.fn for rule in md.inline.ruler.__rules__}
    for name in RULES:
        md.inline.ruler.at(name, _noting(known[name]))
    md.core.ruler.after("inline", "located", _located)


def _noting(rule: Rule) -> Rule:
    """The same rule, which also notes where in the inline text its first token began."""

    def noted(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            for token in state.tokens[first:]:
                if token.type != "text" and token.nesting != -1:
                    token.meta.setdefault("at", start)
        return found

    return noted


def _located(state: StateCore) -> None:
    manuscript = of(state.env)
    tokens = [(token.map[0], token) for token in state.tokens if token.type == "inline" and token.map]
    # The cells of a row share its line: each is looked for behind the one before.
    asked = {line for line, token in tokens if any("at" in child.meta for child in token.children or ())}
    for line, token in tokens if asked else ():
        if line in asked and token.children:
            _locate(token, line, manuscript)


def _locate(token: Token, first: int, manuscript: Manuscript) -> None:
    starts: list[tuple[int, int]] = []
    offset = 0
    for number, text in enumerate(token.content.split("\n"), start=first):
        source = manuscript.lines[number] if number < len(manuscript.lines) else ""
        typed = text.strip()
        found = source.find(typed, manuscript.cursor.get(number, 0))
        column = found if found >= 0 else max(0, source.find(typed))
        manuscript.cursor[number] = column + len(typed)
        starts.append((offset, column - (len(text) - len(text.lstrip()))))
        offset += len(text) + 1
    for child in token.children or ():
        at = child.meta.get("at")
        if at is not None:
            row = token.content.count("\n", 0, at)
            child.meta["place"] = (first + row, max(0, starts[row][1] + at - starts[row][0]))
