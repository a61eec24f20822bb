"""HTML of a body → what of it is heard, block by block. Our own output is read here: well-formed, entities escaped.

The player walks the page in the same way (static/js/listen.js), so what is skipped must be the same in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from mingwen.speaking.tables import Cell, Table

# A tag with the text that follows it; a comment, the beginning and a bare "<" have text behind them too.
TOKEN = re.compile(
    r"(?:<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*)>"
    r"|<!--.*?-->|(?P<bare><)|^)(?P<text>[^<]*)",
    re.S,
)
ATTRIBUTE = re.compile(r"([a-zA-Z][\w:-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
BLOCKS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "figcaption", "figure", "blockquote", "div", "section",
    "article", "aside", "header", "footer", "ul", "ol", "dl", "table", "caption", "thead", "tbody", "tfoot", "tr",
    "pre", "hr", "br", "details", "summary", "address",
}  # fmt: skip
VOID = {"br", "hr", "img", "input", "wbr", "col", "source", "track"}
SILENT_TAGS = {"rt", "rp", "script", "style", "template"}
SILENT_CLASSES = {"footnote-mark", "footnote-back"}
#: All other tags are passed by, unless their class or something around them is silent.
ACTING = BLOCKS | SILENT_TAGS | {"img", "td", "th"}


class Block(NamedTuple):
    """A paragraph, a heading, a row … `say` is what is heard in its place where that is not its own text."""

    text: str
    say: str | None = None
    before: str = ""


@dataclass(slots=True)
class Walk:
    """Where a reading of HTML stands."""

    blocks: list[Block] = field(default_factory=list)
    text: str = ""
    before: str = ""
    silent: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    table: Table | None = None
    nested: int = 0

    def end_block(self) -> None:
        """What was gathered becomes a block; white space alone belongs to none."""
        if self.text.strip():
            self.blocks.append(Block(self.text, before=self.before))
            self.before = ""
        self.text = ""


def blocks(html: str) -> tuple[Block, ...]:
    """Everything that is heard, in the order of the page; joined, the texts are the body's without white space
    between blocks, footnote marks and `rt`."""
    walk = Walk()
    for end, tag, written, bare, text in TOKEN.findall(html):
        if tag and (written or walk.silent or tag.lower() in ACTING):
            if end:
                _close(walk, tag.lower())
            else:
                _open(walk, tag.lower(), written)
        if (text or bare) and not walk.silent:
            _text(walk, unescape(bare + text))
    walk.end_block()
    return tuple(walk.blocks)


@lru_cache(maxsize=64)
def _attributes(written: str) -> Mapping[str, str]:
    return {name.lower(): unescape(a or b or c) for name, a, b, c in ATTRIBUTE.findall(written)}


def _text(walk: Walk, text: str) -> None:
    if walk.table is not None and walk.table.cell is not None:
        walk.table.cell.text += text
    elif walk.table is None or text.strip():
        walk.text += text


def _open(walk: Walk, tag: str, written: str) -> None:
    attributes = _attributes(written)
    if walk.silent or tag in SILENT_TAGS or (attributes and SILENT_CLASSES & set(attributes.get("class", "").split())):
        if tag not in VOID and not written.rstrip().endswith("/"):
            walk.silent.append(tag)
        return
    if walk.table is not None and _in_table(walk, walk.table, tag, attributes):
        return
    if tag in BLOCKS:
        walk.end_block()
    match tag:
        case "table":
            walk.table = Table()
        case "ol":
            start = attributes.get("start", "1")
            walk.lists.append(int(start) if start.isdecimal() and len(start) < 5 else 1)
        case "ul":
            walk.lists.append(0)
        case "li" if walk.lists and walk.lists[-1]:
            walk.before = f"{walk.lists[-1]}、"
            walk.lists[-1] += 1
        case "img" if attributes.get("alt", "").strip():
            walk.end_block()
            walk.blocks.append(Block("", attributes["alt"].strip(), "图片："))
        case "section" if "footnotes" in attributes.get("class", ""):
            walk.blocks.append(Block("", "脚注", ""))


def _in_table(walk: Walk, table: Table, tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether the tag is the table's own business."""
    if tag == "table":
        walk.nested += 1
    elif not walk.nested and tag == "tr":
        walk.blocks += _rows(table)
        table.begin_row()
    elif not walk.nested and tag in ("th", "td"):
        walk.end_block()
        table.begin_cell(Cell(tag == "th" and attributes.get("scope") != "row", attributes))
    elif tag == "br" and table.cell is not None:
        table.cell.text += " "
    elif tag == "img" and table.cell is not None:
        table.cell.pictures += attributes.get("alt", "")
    else:
        return table.cell is not None
    return True


def _close(walk: Walk, tag: str) -> None:
    if walk.silent:
        if tag in walk.silent:
            while walk.silent.pop() != tag:
                pass
        return
    if walk.table is not None:
        if tag == "table" and walk.nested:
            walk.nested -= 1
            return
        if tag == "table":
            walk.blocks += _rows(walk.table)
            walk.table = None
        elif not walk.nested and tag in ("td", "th"):
            walk.table.cell = None
            return
        elif walk.table.cell is not None:
            return
    if tag in BLOCKS:
        walk.end_block()
    if tag in ("ul", "ol") and walk.lists:
        walk.lists.pop()


def _rows(table: Table) -> Iterator[Block]:
    """The row that has just ended, if there is one with words in it."""
    row = table.end_row()
    if row is not None and row.text.strip():
        yield Block(row.text, row.say)
