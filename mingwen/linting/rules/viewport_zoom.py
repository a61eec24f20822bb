"""viewport-zoom: the page lets people enlarge it to at least twice its size."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

# WCAG 1.4.4 asks for 200 %.
LEAST = 2.0
PAIR = re.compile(r"([^\s,;=]+)\s*=\s*([^\s,;=]+)")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)


@Rule(
    id="viewport-zoom",
    name=Text("不得禁止放大", "Zooming is not prevented"),
    why=Text(
        "看不清的人在手机上要用双指放大，禁止放大就读不了。",
        "People who see poorly enlarge pages with two fingers; a page that forbids it cannot be read.",
    ),
    basis=("WCAG 2.2 1.4.4",),
    wcag=("1.4.4",),
    act=("b4f0c3",),
    on="meta[name=viewport i][content]",
    says={
        "fixed": Text(
            "viewport 写了 user-scalable={value}，不许放大。请删去这一项。",
            "The viewport says user-scalable={value}, which forbids zooming. Delete that part.",
        ),
        "capped": Text(
            "viewport 写了 maximum-scale={value}，最多放大到 {value} 倍。请删去这一项。",
            "The viewport says maximum-scale={value}, which stops zooming there. Delete that part.",
        ),
    },
    bad=(
        Example('<meta name=viewport content="width=device-width, user-scalable=no">', says="fixed"),
        Example('<meta name=viewport content="width=device-width; maximum-scale=1.0">', says="capped"),
    ),
    good=(
        Example('<meta name=viewport content="width=device-width, initial-scale=1">'),
        Example('<meta name=viewport content="maximum-scale=-1">'),
    ),
    when=lambda meta: bool({"maximum-scale", "user-scalable"} & set(settings(meta))),
)
def viewport_zoom(meta: Node) -> Hits:
    known = settings(meta)
    if "user-scalable" in known and not is_scalable(known["user-scalable"]):
        yield meta.fail("fixed", value=known["user-scalable"])
    if "maximum-scale" in known:
        largest = scale(known["maximum-scale"])
        if largest is not None and largest < LEAST:
            yield meta.fail("capped", value=known["maximum-scale"])


def settings(meta: Node) -> dict[str, str]:
    """The pairs of a viewport by the CSS Device Adaptation draft: blanks, commas and semicolons part them."""
    return {key.lower(): value.lower() for key, value in PAIR.findall(meta.get("content"))}


def is_scalable(value: str) -> bool:
    """yes, device-width, device-height and numbers of 1 or more (or -1 and less) allow zooming."""
    if value in {"yes", "device-width", "device-height"}:
        return True
    number = NUMBER.match(value)
    return bool(number) and abs(float(number[0])) >= 1 if number else False


def scale(value: str) -> float | None:
    """The largest zoom as a factor; None where browsers drop it, as they do with negative numbers."""
    if value in {"device-width", "device-height"}:
        return 10.0
    if value == "yes":
        return 1.0
    number = NUMBER.match(value)
    if not number:
        return 0.1
    found = float(number[0])
    return None if found < 0 else min(max(found, 0.1), 10.0)
