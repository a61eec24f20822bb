"""link-alone: the words of a link are enough by themselves."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.rules.link_purpose import FORMATS, MORE, VAGUE, plain
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

POINTING = re.compile(r"(this|that|these|those) \w+( \w+)?|(该|此|这)[个份件项条]?[\u4e00-\u9fff]{0,6}", re.IGNORECASE)


@Rule(
    id="link-alone",
    name=Text("链接文字单独听也要明白", "A link's words are enough by themselves"),
    why=Text(
        "链接列表里没有上下文，“该办法”是哪个办法？",
        "In a list of links there is no context: which product is “this product”?",
    ),
    basis=("WCAG 2.2 2.4.9", "WCAG Techniques F84"),
    wcag=("2.4.9",),
    act=("aizyf1",),
    on="a[href], [role=link], a",
    says={
        "more": Text(
            "链接单独只有“{words}”，听不出通向哪里。请写全。",
            "By itself the link is only {words!r}, which does not tell where it leads. Spell it out.",
        ),
        "pointing": Text(
            "链接文字“{words}”离不开上下文。请人工确认：单独听，知道通向哪里吗？",
            "The words {words!r} need their context. Heard alone, do they tell where the link leads?",
        ),
    },
    bad=(
        Example("<p>关于政策文件，<a href=a.html>点击这里</a>", says="more"),
        Example("<p>见<a href=a.html>该办法</a>。", says="pointing"),
    ),
    good=(Example("<p>见<a href=a.html>公共租赁住房管理办法</a>。"), Example("<a>更多</a>")),
    when=lambda node: role(node) == "link" and is_exposed(node),
)
def link_alone(link: Node) -> Hits:
    words = name(link)
    bare = plain(words)
    if bare in MORE:
        yield link.fail("more", words=words, quote=words)
    elif bare in VAGUE or bare in FORMATS or POINTING.fullmatch(words):
        yield link.ask("pointing", words=words, quote=words)
