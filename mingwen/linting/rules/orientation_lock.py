"""orientation-lock: the page is not turned back when the reader turns the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingwen.linting.cascade import lacks_sheets, sheet_texts, styled
from mingwen.linting.css.lengths import measure
from mingwen.linting.css.media import Media
from mingwen.linting.css.scan import split
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_visible
from mingwen.model import Text

# Sides of a nearly square screen, so that only the orientation makes a difference: a phone, a tablet, a desktop; px.
SIDES = 390, 800, 1280
FUNCTION = re.compile(r"(rotate|rotatez|rotate3d|matrix|matrix3d)\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
# Places in matrix3d() that are 0 where it turns in the plane.
OUT_OF_PLANE = 2, 3, 6, 7, 8, 9
# Turned by so much, give or take; degrees.
QUARTERS = 90.0, 270.0
TOLERANCE = 5.0


@Rule(
    id="orientation-lock",
    name=Text("不得限定横屏或竖屏", "The page is not locked to one orientation"),
    why=Text(
        "手机固定在轮椅上的人转不动屏幕，网页自己转过去，他们就只能歪着头看。",
        "People whose phone is fixed to a wheelchair cannot turn it; a page that turns itself leaves them with words "
        "on their side.",
    ),
    basis=("WCAG 2.2 1.3.4",),
    wcag=("1.3.4",),
    act=("b33eff",),
    on="body",
    says={
        "turned": Text(
            "样式在横屏和竖屏之间把 {tag} 转了 {angle} 度。请删去按 orientation 旋转的规则。",
            "The style turns {tag} by {angle} degrees between portrait and landscape. Delete the rule that rotates by "
            "orientation.",
        ),
    },
    bad=(
        Example(
            "<style>@media (orientation: portrait) { body { transform: rotate(90deg) } }</style><body>公告",
            says="turned",
        ),
        Example(
            "<style>@media (orientation: portrait) {"
            "p { transform: matrix3d(0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1) } }</style><body><p>公告",
            says="turned",
        ),
        Example("<style>@media (orientation: landscape) { html { rotate: -90deg } }</style><body>公告", says="turned"),
    ),
    good=(
        Example("<style>@media (orientation: portrait) { p { rotate: x 90deg } }</style><body><p>公告"),
        Example(
            "<style>@media (orientation: portrait) { p { rotate: 90deg; display: none } }</style><body><p>横屏</p>公告"
        ),
        Example("<style>@media (orientation: portrait) { nav { transform: none } }</style><body>公告"),
        Example("<style>@media (orientation: portrait) { body { transform: rotate(180deg) } }</style><body>公告"),
    ),
    when=lambda body: bool(turners(body.page)),
)
def orientation_lock(body: Node) -> Hits:
    for node, angle in turners(body.page):
        yield node.fail("turned", tag=node.tag, angle=f"{angle:g}")


def turners(page: Page) -> list[tuple[Node, float]]:
    """Elements whose rotation hangs on the orientation, with the difference in degrees, where that locks the page."""
    known: list[tuple[Node, float]] | None = page.memory.get("turners")
    if known is None:
        known = page.memory["turners"] = []
        turning = any("orientation" in text and ("rotat" in text or "matrix" in text) for text in sheet_texts(page))
        if turning and not lacks_sheets(page):
            known.extend(turned(page))
    return known


def turned(page: Page) -> Iterator[tuple[Node, float]]:
    """Elements that an orientation turns by a quarter, at any usual size of screen."""
    found: set[int] = set()
    for side in SIDES:
        states = Media(width=side, height=side + 1), Media(width=side + 1, height=side)
        portrait, landscape = (styled(page, state).styles for state in states)
        for node in page.nodes.values():
            one, other = portrait[node.index], landscape[node.index]
            if one is other or node.index in found or not node.has_text or not is_visible(node):
                continue
            if "none" in (one.get("display"), other.get("display")):
                continue
            difference = round(abs(angle(one) - angle(other)) % 360, 1)
            if any(abs(difference - each) <= TOLERANCE for each in QUARTERS):
                found.add(node.index)
                yield node, difference


def angle(own: Style) -> float:
    """Degrees by which an element is turned in its plane."""
    total = of_rotate(own.get("rotate").lower().split())
    for name, inside in FUNCTION.findall(own.get("transform").lower()):
        values = split(inside)
        if name in {"rotate", "rotatez"} and len(values) == 1:
            total += degrees(values[0])
        elif name == "rotate3d" and len(values) == 4 and values[:2] == ["0", "0"]:
            total += degrees(values[3]) * (-1 if values[2].startswith("-") else 1)
        elif is_flat(values) if name == "matrix3d" else name == "matrix" and len(values) == 6:
            total += of_matrix(values[0], values[1])
    return total


def degrees(text: str) -> float:
    """An angle in degrees; 0 for what is none."""
    found = measure(text)
    return found.value if found and found.kind == "angle" else 0.0


def of_rotate(values: list[str]) -> float:
    """What the property rotate turns: an angle, with an axis before it or none."""
    if len(values) == 1 or values[:-1] in (["z"], ["0", "0", "1"]):
        return degrees(values[-1])
    return -degrees(values[-1]) if values[:-1] == ["0", "0", "-1"] else 0.0


def is_flat(values: list[str]) -> bool:
    """Whether a matrix3d() leaves the depth as it is."""
    return len(values) == 16 and not any(values[at].strip("0.") for at in OUT_OF_PLANE)


def of_matrix(cosine: str, sine: str) -> float:
    """The rotation in a matrix, by its first two numbers."""
    from math import atan2
    from math import degrees as to_degrees

    first, second = measure(cosine), measure(sine)
    return to_degrees(atan2(second.value, first.value)) if first and second else 0.0
