"""Which author's declaration wins for an element: style attribute, style elements, linked local sheets.

First version: importance, specificity and order of single properties as written, on a screen 1280 CSS px wide; no
shorthands, layers, variables or inheritance beyond what its callers add.
"""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, Page
from mingwen.linting.styles import Declaration, declarations, inline

WIDTH = 1280
Weight = tuple[bool, bool, tuple[int, int, int], int]
Winners = dict[int, tuple[Weight, str]]

WIDTHS = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)")


def author(node: Node, name: str) -> str:
    """The winning value for the element itself, lower case, or "" where no author rule speaks of it."""
    return winners(node.page, name).get(node.index, ((), ""))[1]


def winners(page: Page, name: str) -> Winners:
    """The winning value of a property by index of element."""
    known: dict[str, Winners] = page.memory.setdefault("winners", {})
    if name not in known:
        known[name] = decide(page, name)
    return known[name]


def decide(page: Page, name: str) -> Winners:
    """The winning value of a property for every element that a rule or style attribute speaks of."""
    won: Winners = {}
    for number, declaration in enumerate(sheet_declarations(page)):
        if declaration.name != name or not applies(declaration.media):
            continue
        for selector in declaration.selector.split(",") if "(" not in declaration.selector else [declaration.selector]:
            weight = (declaration.important, False, specificity(selector), number)
            for node in select(page, selector.strip()):
                propose(won, node, weight, declaration.value)
    for node in page.nodes.values():
        style = node.get("style")
        if name in style.lower():
            for number, (property_, value, important) in enumerate(inline(style)):
                if property_ == name:
                    propose(won, node, (important, True, (0, 0, 0), number), value)
    return won


def propose(won: Winners, node: Node, weight: Weight, value: str) -> None:
    """Take a value that outweighs, or comes after, what has won so far."""
    if node.index not in won or weight >= won[node.index][0]:
        won[node.index] = (weight, value.lower())


def sheet_declarations(page: Page) -> list[Declaration]:
    """All declarations of the page's style elements and linked sheets, in order of the document."""
    known: list[Declaration] | None = page.memory.get("declarations")
    if known is None:
        texts = [text for _, text in page.styles.linked(page)]
        texts.extend(
            "".join(item for item in node.contents if isinstance(item, str))
            for node in page.nodes.values()
            if node.tag == "style" and applies(node.get("media"))
        )
        known = [declaration for text in texts for declaration in declarations(text)]
        page.memory["declarations"] = known
    return known


def select(page: Page, selector: str) -> list[Node]:
    """Elements that a selector of a sheet matches; none where the parser does not know the selector."""
    try:
        return page.select(selector)
    except ValueError:
        return []


def specificity(selector: str) -> tuple[int, int, int]:
    """Ids, then classes, attributes and pseudo-classes, then tags and pseudo-elements."""
    bare = re.sub(r":(not|is|has)\(|:where\([^)]*\)", " ", re.sub(r"\"[^\"]*\"|'[^']*'", "", selector))
    ids = len(re.findall(r"#[\w-]+", bare))
    classes = len(re.findall(r"\.[\w-]+|\[[^\]]*\]|(?<!:):[\w-]+", bare))
    tags = len(re.findall(r"(?:^|[\s>+~])[A-Za-z][\w-]*|::[\w-]+", re.sub(r"\[[^\]]*\]", "", bare)))
    return ids, classes, tags


def applies(media: str) -> bool:
    """Whether a media condition holds on a screen 1280 px wide; what is not understood does not hold."""
    for query in media.lower().split(","):
        rest = WIDTHS.sub(lambda found: "" if fits(*found.groups()) else "never", query)
        if re.sub(r"\b(only|screen|all|and)\b", "", rest).strip() == "":
            return True
    return False


def fits(bound: str, number: str, unit: str) -> bool:
    """Whether a bound of a media query (px, or em of 16 px) holds at our width."""
    size = float(number) * (1 if unit == "px" else 16)
    return size <= WIDTH if bound == "min" else size >= WIDTH
