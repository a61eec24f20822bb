"""link-purpose: the words of a link tell where it leads."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.linting.words import words
from mingwen.model import Text

VAGUE = words(
    "点击这里 点此 点这里 这里 此处 点击此处 点击 点击查看 点击进入 点击下载 "
    "查看 查看更多 查看详情 查看全文 更多 了解更多 更多内容 详情 详细 详细内容 "
    "全文 阅读全文 阅读更多 进入 链接 下载 返回 more here click "
    "clickhere readmore learnmore seemore details link download continue this"
)
ORNAMENT = re.compile(r"[\s>»›→+…·\[\]【】()（）.。:：,，|]+")


@Rule(
    id="link-purpose",
    name=Text("链接文字要说明去处", "A link's words tell where it leads"),
    why=Text(
        "读屏用户会把链接单独列出来听；一排“更多”分不出谁是谁。",
        "Screen reader users listen to links as a list, where ten times “more” tells nothing.",
    ),
    basis=("WCAG 2.2 2.4.4",),
    on="a[href], [role=link]",
    says={
        "vague": Text(
            "链接只写了“{words}”。请人工确认：单独听到它，知道通向哪里吗？可写“更多政策文件”。",
            "The link only says {words!r}. Heard alone, does it tell where it leads? Name the thing itself.",
        ),
    },
    bad=(
        Example("<a href=a.html>更多&gt;&gt;</a>", says="vague"),
        Example("<p>请<a href=a.html>点击这里</a>", says="vague"),
    ),
    good=(
        Example("<a href=a.html>更多政策文件</a>"),
        Example("<a href=a.html aria-label=更多政策文件>更多</a>"),
    ),
    when=lambda node: role(node) == "link" and is_exposed(node),
)
def link_purpose(link: Node) -> Hits:
    words = name(link)
    if ORNAMENT.sub("", words).lower() in VAGUE:
        yield link.ask("vague", words=words, quote=words)
