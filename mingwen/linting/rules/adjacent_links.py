"""adjacent-links: a picture and its words are one link, not two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import is_same
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text


@Rule(
    id="adjacent-links",
    name=Text("同一去处的相邻链接要合并", "Neighbouring links to one place are one link"),
    why=Text(
        "同一条新闻，图一个链接、字一个链接，用键盘要多按一次，读屏听两遍。",
        "With one link for the picture and one for the words, people press Tab twice and hear it twice.",
    ),
    basis=("GB/T 37668-2019 3.3.2.2", "WCAG Techniques H2"),
    level="advice",
    on="a[href]",
    says={
        "same": Text(
            "与前一个链接去处相同。请把图和字放进同一个链接。",
            "This link leads where the one before it leads. Put picture and words into one link.",
        ),
    },
    bad=(
        Example("<a href=a.html><img src=a.png alt=年报></a><a href=a.html>年度报告</a>", says="same"),
        Example("<li><a href=a.html><img src=a.png alt=年报></a><p><a href=a.html>年度报告</a></p></li>", says="same"),
    ),
    good=(
        Example("<a href=a.html><img src=a.png alt=''>年度报告</a>"),
        Example("<a href=a.html>年度报告</a><a href=b.html>公告</a>"),
        Example("<a href=a.html>第一页</a> <a href=a.html>1</a>"),
        Example("<p>见<a href=a.html>年度报告</a>。</p><ul><li><a href=a.html>年度报告</a></ul>"),
    ),
    when=lambda link: not is_hidden(link),
)
def adjacent_links(link: Node) -> Hits:
    before = before_it(link)
    if before is None or before.get("href").strip() != link.get("href").strip():
        return
    target = link.get("href").strip()
    if target in {"", "#"} or target.lower().startswith("javascript:"):
        return
    near = {before.parent, before.parent.parent if before.parent else None} - {None}
    doubled = before.has("img") or link.has("img") or is_same(before.text, link.text)
    together = link.parent in near or (link.parent is not None and link.parent.parent in near)
    if doubled and together and is_only_space(before, link):
        yield link.fail("same")


def before_it(link: Node) -> Node | None:
    """The link before this one in the page."""
    known: dict[int, Node] | None = link.page.memory.get("links_before")
    if known is None:
        shown = [each for each in link.page.select("a[href]") if not is_hidden(each)]
        known = link.page.memory["links_before"] = {after.index: before for before, after in pairwise(shown)}
    return known.get(link.index)


def is_only_space(before: Node, link: Node) -> bool:
    """Whether no words stand between two neighbouring links."""
    near = {above.index for above in islice(link.ancestors, 2)} | {link.index}
    node = before
    while node.parent and node.index not in near:
        for item in after(node):
            if isinstance(item, str):
                if item.strip():
                    return False
            elif item.index in near:
                return item is link or is_first(item, link)
            elif item.has_text:
                return False
        node = node.parent
    return False


def after(node: Node) -> Iterator[Node | str]:
    """What stands behind an element within its parent."""
    known: dict[int, dict[int, int]] = node.page.memory.setdefault("places", {})
    parent = node.parent or node
    if parent.index not in known:
        known[parent.index] = {
            item.index: number for number, item in enumerate(parent.contents) if not isinstance(item, str)
        }
    for place in range(known[parent.index][node.index] + 1, len(parent.contents)):
        yield parent.contents[place]


def is_first(outer: Node, link: Node) -> bool:
    """Whether nothing stands before the link in an element around it."""
    for item in outer.contents:
        if item is link:
            return True
        if item.strip() if isinstance(item, str) else item.has_text:
            return not isinstance(item, str) and link in item.contents and is_first(item, link)
    return False
