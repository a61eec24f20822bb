"""Comments in a page that accept findings: who answers for them, why, and until when.

    <!-- mingwen-lint: skip img-alt reason="供稿单位在补" who="办公室 张三" until="2027-01-31" -->

One comment speaks of one rule, for the next element and all inside it.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from datetime import date

from mingwen.linting.dom import Page
from mingwen.model import Accepted, Place

COMMENT = re.compile(r"<!--\s*mingwen-lint\s*[:：](.*?)-->", re.DOTALL)
RULE = re.compile(r"\s*skip\s+([A-Za-z][\w-]*)")
PART = re.compile(r"\b(reason|who|until)\s*=\s*[\"'“”](.*?)[\"'“”]", re.DOTALL)
LINE_END = re.compile(r"\r\n|\r|\n")
Point = tuple[int, int]


def comments(page: Page) -> tuple[Accepted, ...]:
    """All of them, in order of the page; what is missing or cannot be read in one is "" or None."""
    return tuple(each(page)) if "mingwen-lint" in page.source else ()


def each(page: Page) -> Iterator[Accepted]:
    """The comments one after the other."""
    starts = [0, *(end.end() for end in LINE_END.finditer(page.source))]
    for found in COMMENT.finditer(page.source):
        line = bisect.bisect_right(starts, found.start())
        point = (line, found.start() - starts[line - 1] + 1)
        rule = RULE.match(found[1])
        parts = {name: " ".join(words.split()) for name, words in PART.findall(found[1])}
        written = parts.get("until", "")
        until = day(written)
        yield Accepted(
            rule[1] if rule else "",
            Place(page.path, *point),
            page.path,
            parts.get("reason", ""),
            parts.get("who", ""),
            until,
            span(page, point),
            "" if until else written,
        )


def span(page: Page, point: Point) -> tuple[Point, Point]:
    """From the first element after a point up to the first one after that which is not inside it."""
    nodes = list(page.nodes.values())
    target = next((node for node in nodes if (node.line, node.column) > point), None)
    if target is None:
        return point, point
    start = (target.line, target.column)
    last = page.ends[target.index]
    after = ((node.line, node.column) for node in nodes[last + 1 :])
    return start, next((each for each in after if each > start), (len(page.lines) + 1, 1))


def day(written: str) -> date | None:
    """A date written as 2027-01-31, else None."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
