"""Tokens → HTML, with the manuscript's line for every line of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mingwen.reading.characters import escape
from mingwen.reading.manuscript import Manuscript, of

BREAKS = frozenset(("softbreak", "hardbreak"))
VERBATIM = frozenset(("fence", "code_block"))
WORDS = VERBATIM | {"text", "code_inline"}


class Sheet:
    """HTML as it grows; each new line remembers the manuscript line given with its first piece."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[int] = []
        self.fresh = True

    def add(self, text: str, line: int, last: int = 0) -> None:
        """Add text that comes from `line`, or, line by line, from `line` to `last`."""
        if not text:
            return
        if self.fresh:
            self.lines.append(line)
        self.parts.append(text)
        rows = text.count("\n")
        self.fresh = rows > 0 and text.endswith("\n")
        if rows > self.fresh:
            last = max(line, last)
            self.lines += [min(line + number, last) for number in range(1, rows + 1 - self.fresh)]

    def add_rows(self, text: str, lines: list[int]) -> None:
        """Add whole rows of text, each with the line it comes from, where a row is to begin."""
        self.lines += lines
        self.parts.append(text)

    @property
    def html(self) -> str:
        return "".join(self.parts).removesuffix("\n")


def lay_out(md: MarkdownIt, tokens: Sequence[Token], env: dict[str, Any]) -> tuple[str, tuple[int, ...]]:
    """HTML with gaps, and for each of its lines the line of the file."""
    manuscript, sheet, line = of(env), Sheet(), 0
    first = manuscript.offset + 1
    for index, token in enumerate(tokens):
        if token.map:
            line = token.map[0]
        if token.type == "inline":
            line = _inline(md, token.children or [], env, sheet, line, manuscript)
        elif token.type == "plain":
            line = token.meta["lines"][-1]
            sheet.add_rows(token.meta["html"], [number + first for number in token.meta["lines"]])
            _count(token, manuscript)
        elif token.type == "html_block":
            pieces = [(text, row) for text, row in token.meta["pieces"] if text]
            for text, row in pieces:
                sheet.add(text, row + first, row + first + text.count("\n"))
            sheet.add("\n" if pieces else "", line + first)
        else:
            start, last = line + first, 0
            if token.map and token.type in VERBATIM:
                last = token.map[1] + first - 1
                start = min(last, start + (token.type == "fence"))
            sheet.add(_rendered(md, tokens, index, env), start, last)
            if token.type in WORDS:
                _count(token, manuscript)
    return sheet.html, tuple(sheet.lines) if sheet.html else ()


def _inline(
    md: MarkdownIt, children: list[Token], env: dict[str, Any], sheet: Sheet, line: int, manuscript: Manuscript
) -> int:
    first = manuscript.offset + 1
    for index, child in enumerate(children):
        if child.meta:
            line = child.meta["place"][0] if "place" in child.meta else line
        sheet.add(_rendered(md, children, index, env), line + first)
        if child.type in WORDS:
            _count(child, manuscript)
        elif child.type in BREAKS:
            line += 1
        if child.meta:
            line += int(child.meta.get("rows", 0))
    return line


def _rendered(md: MarkdownIt, tokens: Sequence[Token], index: int, env: dict[str, Any]) -> str:
    token = tokens[index]
    if token.type == "text":
        return escape(token.content)
    renderer: Any = md.renderer
    if rule := renderer.rules.get(token.type):
        return str(rule(tokens, index, md.options, env))
    if token.nesting == -1 and not token.attrs:
        # Most tags have nothing to ask for.
        return "" if token.hidden else f"</{token.tag}>\n" if token.block else f"</{token.tag}>"
    return str(renderer.renderToken(tokens, index, md.options, env))


def _count(token: Token, manuscript: Manuscript) -> None:
    manuscript.characters += len("".join(token.content.split()))
