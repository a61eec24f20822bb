"""`::: 提示` … `:::` is a note with its name written on it; `::: 落款` … `:::` is the sign-off (署名 and 成文日期).

A note is no landmark (role=note, not aside): a document may have many of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from mingwen.reading.manuscript import of
from mingwen.reading.nearest import hint

ASIDES = ("提示", "注意", "说明", "tip", "note")
SIGN_OFF = ("落款", "signoff")


def extend(md: MarkdownIt) -> None:
    for name, words in (("aside", ASIDES), ("signoff", SIGN_OFF)):
        container_plugin(md, name, validate=lambda typed, *_, words=words: typed.strip() in words, render=_render)
    md.core.ruler.push("containers", _checked)


def _render(renderer: object, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    token = tokens[index]
    aside = token.type.startswith("container_aside")
    if token.nesting < 0:
        return "</div>\n"
    name = escapeHtml(token.info.strip())
    return f'<div class="tip" role="note"><p class="tip-label">{name}</p>\n' if aside else '<div class="signoff">\n'


def _checked(state: StateCore) -> None:
    manuscript = of(state.env)
    for token in state.tokens:
        first, last = token.map or (0, 0)
        if token.type.startswith("container_") and token.nesting > 0:
            closing = manuscript.lines[last].strip() if last < len(manuscript.lines) else ""
            if not closing.endswith(":::"):
                zh, en = f"“::: {token.info.strip()}”没有收尾的 ::: 一行。", "This block lacks its closing line :::."
                manuscript.fail("container", manuscript.place(first), zh, en)
        elif token.type == "inline" and token.content.startswith(":::"):
            name = token.content.split("\n", 1)[0].strip(": ")
            close = hint(name, ASIDES + SIGN_OFF)
            zh = (
                f"没有叫“{name}”的块{close.zh}可用的有 提示、注意、说明、落款。"
                if name
                else "这个 ::: 没有对应的开头。"
            )
            en = f"No block is called “{name}”{close.en}" if name else "This ::: closes nothing."
            manuscript.fail("container", manuscript.place(first), zh, en, token.content)
