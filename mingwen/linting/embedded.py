"""Pages inside a page: what an iframe's srcdoc holds, with its findings placed in the file around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape

from mingwen.linting.dom import Node, Page, line_starts
from mingwen.linting.visibility import is_exposed

ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
# What stands for another number of characters than it takes.
PIECE = re.compile(r"\r\n|&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);?")


def embedded(page: Page) -> list[Page]:
    """The pages in iframes of this one that a screen reader comes to."""
    found = (inner(frame) for frame in page.select("iframe[srcdoc]") if is_exposed(frame))
    return [each for each in found if each]


def inner(frame: Node) -> Page | None:
    """The page in the srcdoc of an iframe, parsed once; None where it has none."""
    known: dict[int, Page | None] = frame.page.memory.setdefault("srcdoc", {})
    if frame.index not in known:
        known[frame.index] = None
        if frame.tag == "iframe" and "srcdoc" in frame.attributes:
            known[frame.index] = Page(frame.get("srcdoc"), frame.page.path, frame.page.styles, Frame(frame))
    return known[frame.index]


class Frame:
    """Where the words of a srcdoc stand in the file around them."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self._starts = line_starts(node.get("srcdoc"))
        # Offsets in the decoded text and in the source at which pieces of equal length begin.
        self._inner, self._outer = align(node)

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Line and column in the outer file of a place in the srcdoc; those of the iframe where it is not known."""
        page = self.node.page
        if not self._inner:
            return page.place(self.node.line, self.node.column)
        at = self._starts[min(line, len(self._starts)) - 1] + column - 1
        piece = bisect_right(self._inner, at) - 1
        offset = self._outer[piece] + at - self._inner[piece]
        starts = page.starts
        number = bisect_right(starts, offset)
        return page.place(number, offset - starts[number - 1] + 1)


def align(node: Node) -> tuple[list[int], list[int]]:
    """Matching offsets of the decoded srcdoc and of the source; empty where they cannot be brought together."""
    source, begin = node.page.source, raw(node)
    if begin is None:
        return [], []
    inside, outside = [0], [begin[0]]
    for found in PIECE.finditer(source, *begin):
        meant = "\n" if found[0] == "\r\n" else unescape(found[0])
        if meant != found[0]:
            inside.append(inside[-1] + found.start() - outside[-1] + len(meant))
            outside.append(found.end())
    length = inside[-1] + begin[1] - outside[-1]
    return (inside, outside) if length == len(node.get("srcdoc")) else ([], [])


def raw(node: Node) -> tuple[int, int] | None:
    """Where the value of srcdoc begins and ends in the source."""
    at = node.page.starts[node.line - 1] + node.column + len(node.tag)
    while found := ATTRIBUTE.match(node.page.source, at):
        if found[1].lower() == "srcdoc":
            group = next((each for each in (2, 3, 4) if found[each] is not None), None)
            return found.span(group) if group else None
        at = found.end()
    return None
