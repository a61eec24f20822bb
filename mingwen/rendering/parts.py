"""A body cut at its upper headings, for modes that show one section at a time. Nothing is changed, only cut."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from mingwen.model import Heading, Part

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>[^>]*)>")
_HEADING = re.compile(r'<h[2-5] [^>]*?id="(?P<id>[^"]+)"')
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)

#: Characters; a longer section is cut again at the headings below. About a desktop's screen at the type of 长者版.
LONG = 600


@lru_cache(maxsize=8)
def cut(html: str) -> tuple[str, ...]:
    """The body in pieces that make it up again when joined: one for each h2, of a long one also for each of its h3.

    What comes before the first heading stays with it, and so does an h3 that follows its h2 directly. Only headings
    that stand in no other element count, each at the beginning of a line.
    Kept: all modes of a document ask, one after another.
    """
    starts = [0]
    upper, lower = _starts(html)
    for begin, end in zip([0, *upper[1:]], [*upper[1:], len(html)], strict=True):
        starts += [begin, *(_inner(html, begin, end, lower) if _length(html[begin:end]) > LONG else ())]
    starts = sorted(set(starts))
    return tuple(html[start:end] for start, end in zip(starts, [*starts[1:], len(html)], strict=True))


def parts(html: str, headings: tuple[Heading, ...]) -> tuple[Part, ...]:
    """The pieces with their headings."""
    known = {heading.id: heading for heading in headings}
    made = []
    for piece in cut(html):
        found = _HEADING.search(piece)
        made.append(Part(Markup(piece), known.get(found["id"]) if found else None))  # noqa: S704 - reading sanitised it
    return tuple(made)


def _inner(html: str, begin: int, end: int, lower: list[int]) -> list[int]:
    """Which h3 of a section begin a piece: all but one that nothing parts from the heading above it."""
    return [at for at in lower if begin <= at < end and not re.search(r"</h2>\s*\Z", html[begin:at])]


def _starts(html: str) -> tuple[list[int], list[int]]:
    """Where the h2 begin, and where the h3 do."""
    starts: dict[str, list[int]] = {"h2": [], "h3": []}
    depth = 0
    for tag in _TAG.finditer(html):
        end, name, rest = tag.groups()
        if depth == 0 and name in starts and not end and html[max(tag.start() - 1, 0)] in "\n<":
            starts[name].append(tag.start())
        if name not in _VOID and not rest.endswith("/"):
            depth += -1 if end else 1
    return starts["h2"], starts["h3"]


def _length(html: str) -> int:
    return len(re.sub(r"<[^>]*>|\s", "", html))
