"""Plain text and its characters as HTML. A line end that is no line end of the manuscript is written as a reference."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token


def extend(md: MarkdownIt) -> None:
    md.add_render_rule("text", _text)


def _text(renderer: object, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    return escape(tokens[index].content)


def escape(text: str) -> str:
    """Text as HTML on one line, fit for an attribute in double quotes too."""
    return escapeHtml(text).replace("\n", "&#10;").replace("\r", "&#13;")
