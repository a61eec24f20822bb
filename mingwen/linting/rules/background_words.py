"""background-words: words in a background image also stand in the page."""

from __future__ import annotations

import re

from mingwen.linting.cascade import style, styled
from mingwen.linting.css.style import Style
from mingwen.linting.dom import Node, Page
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_visible
from mingwen.model import Text

URL = re.compile(r"url\(\s*[\"']?(.*?)[\"']?\s*\)")
# Smaller boxes hold an icon, not words; CSS px.
WIDTH, HEIGHT = 100.0, 30.0


@Rule(
    id="background-words",
    name=Text("背景图里的字要在网页里也有", "Words in a background image stand in the page too"),
    why=Text(
        "背景图没有替代文字，读屏软件不念，放大会糊，打不开就什么也没有。",
        "A background image has no alternative: nobody reads it out, it blurs when enlarged, and may not load at all.",
    ),
    basis=("WCAG 2.2 1.1.1", "WCAG Techniques F3"),
    on="body",
    says={
        "empty": Text(
            "这一块没有文字，只有背景图 {url}。请人工确认：图里有字吗？有的话请写进网页。",
            "This block has no text, only the background image {url}. Has it words in it? Then write them in the page.",
        ),
    },
    bad=(Example("<body><div style='background:url(banner.jpg);width:900px;height:200px'></div>", says="empty"),),
    good=(
        Example("<body><div style='background:url(banner.jpg);width:900px;height:200px'><h1>政务公开</h1></div>"),
        Example("<body><i style='background:url(icon.png);width:16px;height:16px'></i>"),
        Example(
            "<body><div role=img aria-label=政务公开 style='background:url(banner.jpg);width:900px;height:200px'></div>"
        ),
    ),
    when=lambda body: bool(empty(body.page)),
    level="advice",
)
def background_words(body: Node) -> Hits:
    told: set[str] = set()
    for node in empty(body.page):
        found = URL.search(style(node).get("background-image"))
        url = found[1] if found else ""
        if url not in told:
            told.add(url)
            yield node.ask("empty", url=url[-60:])


def empty(page: Page) -> list[Node]:
    """Visible boxes of some size with a background image and nothing that says what is in it."""
    known: list[Node] | None = page.memory.get("empty_pictures")
    if known is None:
        drawn = styled(page).styles
        pictured = {id(own) for own in set(drawn) if is_picture(own)}
        known = page.memory["empty_pictures"] = [
            node
            for node in (page.nodes.values() if pictured else ())
            if id(drawn[node.index]) in pictured
            and node.tag not in {"html", "body"}
            and not node.has_text
            and not node.has("img, svg, input, button, [aria-label]")
            and not name(node)
            and is_visible(node)
        ]
    return known


def is_picture(own: Style) -> bool:
    """Whether a style shows an image large enough for words."""
    if not URL.search(own.get("background-image")) or "repeat-" in own.get("background-repeat"):
        return False
    height = own.px("height") or own.px("min-height") or 0.0
    width = own.px("width")
    return height >= HEIGHT and (width is None or width >= WIDTH)
