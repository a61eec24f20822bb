"""Footnotes whose marks and back links can be heard: 脚注 1, 回到正文脚注 1 处."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from mingwen.reading.manuscript import Manuscript, of

MARK = re.compile(r"\[\^([^\]\s]+)\]")


def extend(md: MarkdownIt) -> None:
    footnote_plugin(md, inline=False)
    md.core.ruler.before("footnote_tail", "footnotes_checked", _checked)
    md.add_render_rule("footnote_ref", _mark)
    md.add_render_rule("footnote_anchor", _back)
    md.add_render_rule("footnote_block_open", _section)
    md.add_render_rule("footnote_block_close", lambda *_: "</ol>\n</section>\n")
    md.add_render_rule("footnote_open", _note)
    md.add_render_rule("footnote_close", lambda *_: "</li>\n")


def _checked(state: StateCore) -> None:
    manuscript = of(state.env)
    references = state.env.get("footnotes", {}).get("refs", {})
    defined: set[str] = set()
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            _definition(token, defined, references, manuscript)
        elif token.type == "inline" and token.map:
            _without_note(token, token.map[0], manuscript)


def _definition(token: Token, defined: set[str], references: dict[str, int], manuscript: Manuscript) -> None:
    label = token.meta["label"]
    place = manuscript.place(token.map[0] if token.map else 0)
    if label in defined:
        manuscript.fail("footnote", place, f"脚注 [^{label}] 写了两次。", f"Footnote [^{label}] is written twice.")
    elif references.get(f":{label}", -1) < 0:
        zh, en = f"正文没有引用脚注 [^{label}]，它不会出现在网页上。", f"Nothing refers to footnote [^{label}]."
        manuscript.fail("footnote", place, zh, en)
    defined.add(label)


def _without_note(token: Token, line: int, manuscript: Manuscript) -> None:
    for child in token.children or []:
        for found in MARK.finditer(child.content) if child.type == "text" else ():
            source = manuscript.lines[line] if line < len(manuscript.lines) else ""
            place = manuscript.place(line, max(0, source.find(found[0])))
            zh = f"脚注 {found[0]} 没有内容。请另起一行写 {found[0]}: 内容。"
            manuscript.fail("footnote", place, zh, f"Footnote {found[0]} has no text. Add a line {found[0]}: words.")


def _number(token: Token) -> int:
    return int(token.meta["id"]) + 1


def _anchor(token: Token) -> str:
    times = int(token.meta.get("subId", 0))
    return f"{_number(token)}-{times + 1}" if times else str(_number(token))


def _mark(renderer: object, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    token, manuscript = tokens[index], of(env)
    number, anchor = _number(token), _anchor(token)
    manuscript.ids[f"fnref-{anchor}"] = None
    label = manuscript.word(f"脚注 {number}", f"Footnote {number}")
    return (
        f'<sup class="footnote-mark"><a href="#fn-{number}" id="fnref-{anchor}" role="doc-noteref"'
        f' aria-label="{label}">{number}</a></sup>'
    )


def _back(renderer: object, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    token = tokens[index]
    number, times = _number(token), int(token.meta.get("subId", 0))
    nth = of(env).word(f"第 {times + 1} 次" if times else "", f", mention {times + 1}" if times else "")
    label = of(env).word(f"回到正文脚注 {number} {nth}处", f"Back to footnote {number} in the text{nth}")
    opening = f'<a class="footnote-back" href="#fnref-{_anchor(token)}" role="doc-backlink" aria-label="{label}">'
    return f" {opening}↩&#xFE0E;</a>"


def _section(renderer: object, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    label = of(env).word("脚注", "Footnotes")
    return f'<section class="footnotes" role="doc-endnotes" aria-label="{label}">\n<ol>\n'


def _note(renderer: object, tokens: Sequence[Token], index: int, options: object, env: object) -> str:
    name = f"fn-{_number(tokens[index])}"
    of(env).ids[name] = None
    return f'<li id="{name}">\n'
