"""What a page says, passage by passage: the words between two block boundaries, as they are shown."""

from __future__ import annotations

import re
from typing import NamedTuple

from mingwen.linting.dom import BLOCKS, WHITESPACE, Node, Page
from mingwen.linting.memory import once_a_page
from mingwen.linting.visibility import HIDDEN, all_shown

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# Blanks that HTML does not collapse.
BLANKS = "\u00a0\u2000-\u200a\u202f\u3000"
KEPT = re.compile(f"[{BLANKS}]")
# Letters and digits as wide as Han characters.
WIDE = "０-９Ａ-Ｚａ-ｚ"
# What most pages have none of, looked for at once.
RARE = re.compile(f"[{BLANKS}{WIDE}]")
GAPS = re.compile(r"[ \t\n\f\r]+")
# Readings over characters (rt, rp) would break up the words that they stand over.
SILENT = frozenset({"script", "style", "select", "textarea", "svg", "math", "iframe", "object", "noscript", "template",
                    "rt", "rp"})  # fmt: skip
ORNAMENT = re.compile(r"[\s>»›→+…·|]+")


# Marks in the walk: where a block or a link ends. As texts of pages hold no NUL, it can stand for br until the end.
BLOCK_END, LINK_END = object(), object()
BREAK = "\0"


class Passage(NamedTuple):
    """`node` is the block around it. Readings in ruby are left out. In `text` HTML's white space is collapsed, br is a
    line feed, and blanks that HTML keeps (U+00A0, U+3000) stand as they are. `plain` counts
    the characters outside of links."""

    node: Node
    text: str
    plain: int

    @property
    def is_plain(self) -> bool:
        """Whether it is more than links."""
        return self.plain > 0


@once_a_page
def passages(page: Page) -> list[Passage]:
    """All passages of the page that are rendered, in order; computed once for the whole page, in linear time."""
    return walk(page.root)


@once_a_page
def said(page: Page) -> str:
    """All passages in one text, parted by empty lines: for a first look at what is in none of most pages."""
    return "\n\n".join(passage.text for passage in passages(page))


@once_a_page
def latin(page: Page) -> str:
    """The ASCII characters of said(), what stands between them left out: for a first look at words and numbers, which
    is soon done on a page in Chinese."""
    return said(page).encode("ascii", "ignore").decode()


@once_a_page
def with_rare(page: Page) -> list[Passage]:
    """The passages that hold blanks which HTML keeps, or wide letters and digits."""
    if not RARE.search(said(page)):
        return []
    return [passage for passage in passages(page) if RARE.search(passage.text)]


def with_blanks(any_node: Node) -> list[Passage]:
    """The passages that hold blanks which HTML keeps."""
    return [passage for passage in with_rare(any_node) if KEPT.search(passage.text)]


def walk(root: Node) -> list[Passage]:
    """The passages below an element; keeps its own stack, so that depth is no danger."""
    found: list[Passage] = []
    bits = all_shown(root.page)
    words: list[str] = []
    blocks = [root]
    links = 0
    plain = 0
    stack: list[object] = [root]
    # A named tuple made by the plain tuple's means takes half the time.
    new = tuple.__new__

    def end() -> None:
        nonlocal plain
        if text := tidy("".join(words)):
            found.append(Passage(blocks[-1], text, plain))
        words.clear()
        plain = 0

    while stack:
        item = stack.pop()
        if isinstance(item, str):
            said = item.strip(WHITESPACE)
            if said or words:
                words.append(item)
                plain += 0 if links else len(said)
        elif not isinstance(item, Node):
            if item is LINK_END:
                links -= 1
            else:
                if words:
                    end()
                blocks.pop()
        elif item.tag == "br":
            words.append(BREAK)
        elif item.tag not in SILENT and not bits[item.index] & HIDDEN:
            inside = item.contents
            if item.tag == "a" and "href" in item.attributes:
                links += 1
                stack.append(LINK_END)
            elif item.tag in BLOCKS or item.tag == "body":
                if words:
                    end()
                if len(inside) == 1 and isinstance(inside[0], str):
                    # Most blocks hold one text: it is a passage of its own.
                    if said := inside[0].strip(WHITESPACE):
                        found.append(new(Passage, (item, tidy(said), 0 if links else len(said))))
                    continue
                blocks.append(item)
                stack.append(BLOCK_END)
            stack.extend(inside[::-1])
    return found


def tidy(text: str) -> str:
    """HTML's white space collapsed, each line without it around, empty lines at both ends left off."""
    if len(text.split(None, 1)) > 1:
        text = GAPS.sub(" ", text)
    text = text.strip(WHITESPACE)
    if BREAK not in text:
        return text
    return "\n".join(line.strip(" ") for line in text.split(BREAK)).strip("\n")


def is_same(left: str, right: str) -> bool:
    """Whether two texts say the same, blanks and arrows left aside."""
    return ORNAMENT.sub("", left).casefold() == ORNAMENT.sub("", right).casefold() != ""
