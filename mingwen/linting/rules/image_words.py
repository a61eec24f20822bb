"""image-words: no picture holds words that could be text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingwen.linting.cascade import style, styled
from mingwen.linting.dom import Node, Page
from mingwen.linting.handlers import scripts
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.rules.background_words import URL
from mingwen.linting.rules.object_name import is_media
from mingwen.linting.visibility import is_visible
from mingwen.model import Text

PICTURES = "img, input[type=image i], object[data], canvas, svg"


@Rule(
    id="image-words",
    name=Text("图片里不要有可以写成文字的字", "No picture holds words that could be text"),
    why=Text(
        "图里的字放大就糊，换不了字体和颜色；标志、照片里本来有的字不算。",
        "Words in a picture blur when enlarged and keep font and colour. Logos and what a photograph happens to show "
        "are no such words.",
    ),
    basis=("WCAG 2.2 1.4.5", "WCAG 2.2 1.4.9"),
    wcag=("1.4.5", "1.4.9"),
    act=("0va7u6",),
    on="body",
    says={
        "look": Text(
            "程序看不见图，请人工核对这一页的每张图：图里有字吗？除了标志和非这样不可的，能改成真正的文字吗？",
            "No program sees the pictures. Has any on this page words in it? But for logos, can they be real text?",
        ),
    },
    bad=(
        Example("<body><img src=tongzhi.png alt=通知>", says="look"),
        Example("<body><input type=image src=sousuo.png alt=搜索>", says="look"),
        Example("<body><object data=jigou.png title=机构图></object>", says="look"),
        Example("<body><svg><image href=biaoti.png /></svg>", says="look"),
        Example("<body><p style='background:url(biaoti.png)'>政务公开", says="look"),
        Example("<body><canvas id=a></canvas><script>a.getContext('2d').drawImage(b, 0, 0)</script>", says="look"),
    ),
    good=(
        Example("<body><img alt=通知>"),
        Example("<body><img src=tongzhi.png alt=通知 hidden>"),
        Example("<body><object data=jigou.html></object>"),
        Example("<body><svg><text>政务公开</text></svg>"),
        Example("<body><p style='background:linear-gradient(#fff,#eee)'>政务公开"),
    ),
    when=lambda body: next(embedded(body.page), None) is not None,
)
def image_words(body: Node) -> Hits:
    first = next(embedded(body.page), None)
    if first:
        yield first.ask("look")


def embedded(page: Page) -> Iterator[Node]:
    """Visible elements that show an image, as ACT defines it."""
    yield from (node for node in page.select(PICTURES) if is_picture(node) and is_visible(node))
    shown = {id(own) for own in set(styled(page).styles) if URL.search(own.get("background-image"))}
    for node in page.nodes.values() if shown else ():
        if id(style(node)) in shown and node.namespace == "html" and is_visible(node):
            yield node


def is_picture(node: Node) -> bool:
    """Whether the element itself names or draws an image."""
    if node.tag == "object":
        return is_media(node)
    if node.tag == "canvas":
        return bool(re.search(r"\bdrawImage\b", scripts(node)))
    if node.tag == "svg":
        return any((each.get("href") or each.get("xlink:href")).strip() for each in node.all("image"))
    return bool((node.get("src") or node.get("srcset")).strip())
