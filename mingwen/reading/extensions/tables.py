"""Tables for people who hear them: caption with unit, column and row headers, and a region that scrolls by itself.

The paragraph directly above, `表：2023 年主要数据（单位：件）`, is the caption. The first column heads the rows; where
it only counts (序号), the second one does; `{.no-row-headers}` on the line below the table switches row headers off.

Each cell carries the words of its column's head as data-label, for modes that show a row as a list on a phone. A
stylesheet that does so takes the table's meaning from it in some browsers; the roles, written out, keep it.

A column of a few characters (序号, 天数) is marked `short`, so that it takes no more room than it needs. The region
carries the hint that a wide table scrolls as data-hint, for a stylesheet to show where there is more to the side.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from mingwen.reading.extensions.links import plain
from mingwen.reading.manuscript import Manuscript, of
from mingwen.reading.tokens import block

CAPTION = re.compile(r"(表|Table)\s*([0-9]+(-[0-9]+)?|[一二三四五六七八九十]+)?\s*[：:]")
UNIT = re.compile(r"[（(]\s*(单位|Unit)s?\s*[：:][^（()）]*[）)]\s*$")
COUNTING = {"序号", "编号", "No.", "No", "#"}
NO_ROW_HEADERS = "{.no-row-headers}"
# Characters; a column of which no cell has more is short.
SHORT = 4


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
    _head(table, first.meta.get("rows", True))
    _mark_short(table)
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


def _head(table: list[Token], rows: bool) -> None:
    heading_column, column, in_head = 0, -1, False
    labels: list[str] = []
    for index, token in enumerate(table):
        if token.type in ROLES:
            token.attrs["role"] = ROLES[token.type]
        if token.type == "thead_open":
            in_head = True
        elif token.type == "thead_close":
            in_head = False
        elif token.type == "tr_open":
            column = -1
        elif token.type in ("th_open", "td_open"):
            column += 1
            words = plain(table[index + 1].children or []).strip()
            if in_head:
                labels.append(words)
            if in_head and column == 0 and words in COUNTING:
                heading_column = 1
            heads = in_head or (rows and column == heading_column)
            _cell(token, table[index + 2], ("col" if in_head else "row") if heads and words else "")
            if not in_head and column < len(labels) and labels[column]:
                token.attrs["data-label"] = labels[column]


def _cell(opening: Token, closing: Token, scope: str) -> None:
    opening.tag = closing.tag = "th" if scope else "td"
    align = str(opening.attrs.pop("style", "")).removeprefix("text-align:")
    if scope:
        opening.attrs["scope"] = scope
    opening.attrs["role"] = {"col": "columnheader", "row": "rowheader"}.get(scope, "cell")
    if align in ("right", "center"):
        opening.attrs["class"] = align


def _mark_short(table: list[Token]) -> None:
    """The class `short` for every cell of a column whose cells all hold few characters."""
    columns: dict[int, list[tuple[Token, int]]] = {}
    column = -1
    for index, token in enumerate(table):
        if token.type == "tr_open":
            column = -1
        elif token.type in ("th_open", "td_open"):
            column += 1
            words = plain(table[index + 1].children or []).strip()
            columns.setdefault(column, []).append((token, len(words)))
    for cells in columns.values():
        if max(length for _, length in cells) <= SHORT:
            for token, _ in cells:
                token.attrJoin("class", "short")
