"""The head of an article page: where it ends, its title, and what the lines around the title say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mingwen.drafting.furniture import is_tools
from mingwen.drafting.lines import Line
from mingwen.drafting.metadata import ANCHORS, breadcrumb, labelled, moment
from mingwen.drafting.numbering import numbered

_LONG = 80
# A page whose head has more lines than this has no head that we know.
_DEEP = 60
_ENDS = re.compile(
    r"(?:报告|通知|公告|通告|公示|通报|意见|办法|规定|决定|方案|批复|复函|函|纪要|解读|规划|计划|要点|清单|指南|细则|条例|制度|总结|名单|目录"
    r"|简介|职能|讲话|问答|说明)(?:[（(][^（()）]*[）)])?$"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［（(【](?:19|20)\d\d[〕\]］）)】]第?\d+号")


@dataclass(frozen=True, slots=True)
class Head:
    """`body` is the index of the first line of the body; the rest are lines, in their order.

    `rest` holds words that stand in the head and are none of the others: letterheads, banners.
    """

    body: int
    title: tuple[Line, ...] = ()
    again: tuple[Line, ...] = ()
    crumbs: tuple[Line, ...] = ()
    tools: tuple[Line, ...] = ()
    said: tuple[Line, ...] = ()
    date: Line | None = None
    number: Line | None = None
    rest: tuple[Line, ...] = ()


@dataclass(slots=True)
class _Heap:
    crumbs: list[Line] = field(default_factory=list)
    tools: list[Line] = field(default_factory=list)
    said: list[Line] = field(default_factory=list)
    words: list[Line] = field(default_factory=list)
    date: Line | None = None
    number: Line | None = None

    def sort(self, line: Line) -> bool:
        """Put a line where it belongs; False where it is none of the head's own kinds."""
        if breadcrumb(line.text):
            self.crumbs.append(line)
        elif is_tools(line.text):
            self.tools.append(line)
        elif labelled(line.text):
            self.said.append(line)
        elif self.date is None and moment(line.text):
            self.date = line
        elif self.number is None and _NUMBER.fullmatch(line.text):
            self.number = line
        else:
            return False
        return True


def head(lines: Sequence[Line]) -> Head:
    """Sort the lines above the body.

    Where a line names source or date, everything above it is head and the title is the last free line
    there (or the first below it); where none does, the title is the first free line that ends like a
    title, and the body begins behind it.
    """
    anchor = _anchor(lines)
    title = _title(lines, anchor)
    last = max([anchor, *(lines.index(line) for line in title)])
    heap = _Heap()
    at = 0
    for line in lines:
        if line not in title and not heap.sort(line):
            if at > last:
                break
            heap.words.append(line)
        at += 1
    text = title_of(title)
    again = tuple(line for line in heap.words if line.text == text)
    rest = tuple(line for line in heap.words if line.text != text)
    return Head(at, title, again, tuple(heap.crumbs), tuple(heap.tools), tuple(heap.said), heap.date, heap.number, rest)


def title_of(title: Sequence[Line]) -> str:
    """The words of a title, which may stand on two lines."""
    return "".join(line.text for line in title)


def _title(lines: Sequence[Line], anchor: int) -> tuple[Line, ...]:
    free: list[Line] = []
    named = ""
    heap = _Heap()
    for at, line in enumerate(lines):
        named = named or next((one.value for one in labelled(line.text) if one.field == "标题"), "")
        if heap.sort(line):
            continue
        if at > anchor and ((anchor >= 0 and free) or _body_like(line, free)):
            break
        free.append(line)
    if named:
        return tuple(line for line in free if line.text == named)[:1]
    ends = len(free) - 1
    return _joined(free, ends if anchor >= 0 else next((n for n, one in enumerate(free) if _ENDS.search(one.text)), 0))


def _joined(words: Sequence[Line], at: int) -> tuple[Line, ...]:
    """The title at an index, with the line above it where the two are one title broken in two."""
    if not words:
        return ()
    line = words[at]
    if at and words[at - 1].number == line.number - 1:
        above = words[at - 1].text
        if re.search(r"关于(?:印发|转发|公布|发布)?$", above) or line.text.startswith(("关于", "《", "的")):
            return words[at - 1], line
    return (line,)


def _anchor(lines: Sequence[Line]) -> int:
    """Index of the last line that names source or date before the body begins, or -1."""
    found = -1
    for at, line in enumerate(lines[:_DEEP]):
        if any(one.field in ANCHORS for one in labelled(line.text)):
            found = at
        elif breadcrumb(line.text) or is_tools(line.text) or labelled(line.text):
            continue
        elif numbered(line.text) or len(line.text) > _LONG or line.text.endswith(("。", "；", "：", ";")):
            break
    return found


def _body_like(line: Line, before: Sequence[Line]) -> bool:
    """Whether a line is a paragraph rather than a title."""
    indented = line.indent.startswith("\u3000\u3000") and len(line.indent) == 2 and bool(before)
    return (
        indented
        or numbered(line.text) is not None
        or len(line.text) > _LONG
        or line.text.endswith(tuple("。；：！？:;!?，,"))
    )
