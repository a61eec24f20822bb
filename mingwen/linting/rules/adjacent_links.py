"""adjacent-links: a picture and its words are one link, not two."""

from __future__ import annotations

from itertools import pairwise

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
    top = before.parent if before.parent in {link.parent, link.parent.parent if link.parent else None} else None
    top = top or (before.parent.parent if before.parent else None)
    if top is None:
        return False
    whole = top.text
    return whole.count(before.text) > 0 and f"{before.text} {link.text}".replace(" ", "") in whole.replace(" ", "")
