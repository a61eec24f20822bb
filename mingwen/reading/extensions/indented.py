"""A paragraph indented by four spaces is code to Markdown. Official documents hold no code, but indent paragraphs."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from mingwen.reading.extensions.strong import chinese
from mingwen.reading.manuscript import of


def extend(md: MarkdownIt) -> None:
    md.core.ruler.push("indented", _indented)


def _indented(state: StateCore) -> None:
    manuscript = of(state.env)
    for token in state.tokens:
        if token.type == "code_block" and token.map and chinese(token.content):
            zh = "这一段以四个空格或制表符开头，会当成代码显示。是正文就删去开头的空格。"
            en = "Four spaces or a tab at the start make this code. If it is text, delete them."
            manuscript.ask("indented", manuscript.place(token.map[0]), zh, en, token.content.strip()[:40])
