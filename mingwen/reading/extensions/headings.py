"""Headings: the typed number sets the level, number path and pinyin make the id.

The page's title is the only h1: 一、 is h2, （一） h3, 1. h4, （1） h5. Headings without a number keep the level
typed with #, moved down by one where the author began at a single #.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from mingwen.model import Edit, Heading
from mingwen.reading.extensions.links import plain
from mingwen.reading.manuscript import Manuscript, of
from mingwen.reading.numbering import Number, Sequence, number

RULE = "numbering"
WORDS_IN_ID = 6
LONGEST_HEADING = 40
END_MARKS = "。！？；：，、.!?;:,…"


def extend(md: MarkdownIt) -> None:
    md.core.ruler.push("headings", _headings)


def _headings(state: StateCore) -> None:
    manuscript = of(state.env)
    sequence = Sequence()
    texts = {
        index: _text(state.tokens[index + 1])
        for index, token in enumerate(state.tokens)
        if token.type == "heading_open"
    }
    numbers = {index: number(text) for index, text in texts.items()}
    shift = any(typed is None and state.tokens[index].tag == "h1" for index, typed in numbers.items())
    for index, token in enumerate(state.tokens):
        if index in texts:
            typed = numbers[index]
            level = typed.depth + 2 if typed else min(5, int(token.tag[1]) + shift)
            opening, inline, closing = state.tokens[index : index + 3]
            opening.tag = closing.tag = f"h{level}"
            opening.attrs["id"] = _heading(inline, texts[index], level, typed, sequence, manuscript)
        elif token.type == "paragraph_open" and token.level == 0 and token.tag == "p":
            _like_a_heading(state.tokens[index + 1], manuscript)


def _heading(
    inline: Token, text: str, level: int, typed: Number | None, sequence: Sequence, manuscript: Manuscript
) -> str:
    """Checks a heading, notes it, and gives its id."""
    if not text:
        zh, en = "标题是空的，请写上文字或删去 #。", "The heading is empty; give it words or delete the #."
        manuscript.fail("heading", manuscript.place(inline.map[0] if inline.map else 0), zh, en)
    if typed:
        _check(typed, inline, sequence, manuscript)
    elif level == 2:
        sequence.values[:] = [0, 0, 0, 0]
    rest = text[len(typed.typed) :].strip() if typed else text
    name = "-".join(part for part in ("h", sequence.path, *manuscript.spell(rest)[:WORDS_IN_ID]) if part)
    taken = manuscript.new_id(name)
    manuscript.headings.append(Heading(level, taken, typed.typed if typed else "", rest))
    return taken


def _check(typed: Number, inline: Token, sequence: Sequence, manuscript: Manuscript) -> None:
    line = inline.map[0] if inline.map else 0
    column = manuscript.lines[line].find(typed.typed)
    place = manuscript.place(line, max(0, column))
    if typed.typed != typed.right:
        zh, en = f"序号“{typed.typed}”要写成“{typed.right}”。", f"Write the number {typed.typed} as {typed.right}."
        edit = Edit(place, typed.typed, typed.right) if column >= 0 else None
        manuscript.ask(RULE, place, zh, en, typed.typed, edit)
    if odd := sequence.step(typed):
        manuscript.ask(RULE, place, odd.zh + "。", odd.en + ".", typed.typed)


def _like_a_heading(inline: Token, manuscript: Manuscript) -> None:
    text = _text(inline)
    typed = number(text)
    if typed and len(text) <= LONGEST_HEADING and text[-1] not in END_MARKS and "\n" not in inline.content:
        place = manuscript.place(inline.map[0] if inline.map else 0)
        marks = "#" * (typed.depth + 2)
        zh = f"这一段像是标题。是标题就写成“{marks} {text}”。"
        manuscript.ask(
            RULE, place, zh, f"This paragraph looks like a heading. If it is one, write “{marks} {text}”.", text
        )


def _text(inline: Token) -> str:
    return plain(inline.children or []).strip()
