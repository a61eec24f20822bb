"""Tables for people who hear them: caption with unit, column and row headers, and a region that scrolls by itself.

The paragraph directly above, `表：2023 年主要数据（单位：件）`, is the caption. What cells are marked with is decided
in cells.py; `{.no-row-headers}` on the line below the table switches row headers off. The region carries the hint that
a wide table scrolls as data-hint, for a stylesheet to show where there is more to the side.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from mingwen.reading.extensions.cells import Columns
from mingwen.reading.extensions.links import plain
from mingwen.reading.manuscript import Manuscript, of
from mingwen.reading.tokens import block

NUMBER = r"(?:[0-9]+(?:-[0-9]+)?|[一二三四五六七八九十]+)"
# 表：…, 表 1：…; or a number and a blank, as most reports set it, unless it reads like a sentence.
CAPTION = re.compile(rf"(?:表|Table)\s*(?:{NUMBER}?\s*[：:]|{NUMBER}\s[^。；！？]*[^。；！？.]$)")
UNIT = re.compile(r"[（(]\s*(单位|Unit)s?\s*[：:][^（()）]*[）)]\s*$")
NO_ROW_HEADERS = "{.no-row-headers}"


def extend(md: MarkdownIt) -> None:
    md.core.ruler.push("tables", _tables)


def _tables(state: StateCore) -> None:
    manuscript = of(state.env)
    out: list[Token] = []
    tokens = state.tokens
    number = index = 0
    while index < len(tokens):
        if tokens[index].type != "table_open":
            out.append(tokens[index])
            index += 1
            continue
        number += 1
        end = next(at for at in range(index, len(tokens)) if tokens[at].type == "table_close")
        caption = _taken_caption(out)
        table, end = _without_switch(tokens, index, end)
        out += _region(table, caption, number, manuscript)
        index = end + 1
    state.tokens = out


def _taken_caption(out: list[Token]) -> Token | None:
    """The caption's inline token, with its paragraph taken out of what stands before the table."""
    if len(out) < 3 or out[-1].type != "paragraph_close" or out[-3].hidden:
        return None
    caption = out[-2]
    if not CAPTION.match(caption.content) or "\n" in caption.content:
        return None
    del out[-3:]
    return caption


def _without_switch(tokens: list[Token], start: int, end: int) -> tuple[list[Token], int]:
    """The table's tokens, without row headers where the switch follows, and where table and switch end."""
    table = tokens[start : end + 1]
    last = max((at for at, token in enumerate(table) if token.type == "tr_open"), default=0)
    cells = [token.content.strip() for token in table[last:] if token.type == "inline"]
    if cells and cells[0] == NO_ROW_HEADERS and not any(cells[1:]):
        stop = next(at for at in range(last, len(table)) if table[at].type == "tr_close")
        del table[last : stop + 1]
        table[0].meta["rows"] = False
        if table[-3].type == "tbody_open":
            del table[-3:-1]
    elif (
        len(tokens) > end + 3 and tokens[end + 1].type == "paragraph_open" and tokens[end + 2].content == NO_ROW_HEADERS
    ):
        table[0].meta["rows"] = False
        end += 3
    return table, end


def _region(table: list[Token], caption: Token | None, number: int, manuscript: Manuscript) -> list[Token]:
    first = table[0]
    hint = manuscript.word(
        "表格较宽，可以左右滑动，也可以用左右方向键", "Wide table: swipe, or use the left and right arrow keys"
    )
    if caption:
        caption_id = manuscript.new_id(f"t-{number}")
        named = {"aria_labelledby": caption_id}
        table[1:1] = [block("caption", 1, caption, id=caption_id), caption, block("caption", -1, caption)]
        _mark_unit(caption)
    else:
        label = manuscript.word(f"表格 {number}", f"Table {number}")
        named = {"aria_label": label}
    region = block("div", 1, first, class_="table", role="region", **named, tabindex="0", data_hint=hint)
    _mark(table)
    return [region, *table, block("div", -1, first)]


def _mark_unit(caption: Token) -> None:
    """（单位：件） at the end of a caption gets an element of its own."""
    children = caption.children or []
    if not children or children[-1].type != "text":
        return
    text = children[-1]
    if found := UNIT.search(text.content):
        unit = Token("text", "", 0, content=text.content[found.start() :])
        text.content = text.content[: found.start()]
        opening = Token("unit_open", "span", 1, attrs={"class": "unit"})
        children += [opening, unit, Token("unit_close", "span", -1)]


ROLES = {"table_open": "table", "thead_open": "rowgroup", "tbody_open": "rowgroup", "tr_open": "row"}


def _mark(table: list[Token]) -> None:
    """Roles, and what extensions/cells.py says of each cell."""
    rows: list[list[int]] = []
    for index, token in enumerate(table):
        if token.type in ROLES:
            token.attrs["role"] = ROLES[token.type]
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(index)
    if not rows:
        # Those of a plain table are HTML already.
        return
    words = [[plain(table[index + 1].children or []).strip() for index in row] for row in rows]
    aligns = [str(table[index].attrs.get("style", "")).removeprefix("text-align:") for index in rows[0]]
    columns = Columns(words, aligns, row_heads=table[0].meta.get("rows", True))
    for number, row in enumerate(rows):
        for column, index in enumerate(row):
            tag, attributes = columns.cell(column, words[number][column], in_head=number == 0)
            table[index].tag = table[index + 2].tag = tag
            table[index].attrs = {**attributes}
