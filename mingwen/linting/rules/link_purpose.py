"""link-purpose: the words of a link tell where it leads."""

from __future__ import annotations

import re
from itertools import islice

from mingwen.linting.dom import BLOCKS, Node
from mingwen.linting.headings import exposed
from mingwen.linting.names import description, name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.linting.words import words
from mingwen.model import Text

VAGUE = words(
    "点击这里 点此 点这里 这里 此处 点击此处 点击 点击查看 点击进入 点击下载 "
    "查看 查看更多 查看详情 查看全文 更多 了解更多 更多内容 详情 详细 详细内容 "
    "全文 阅读全文 阅读更多 进入 链接 下载 返回 more here click go "
    "clickhere readmore learnmore seemore details link download continue this"
)
# What tells nothing in any context that does not name the thing itself.
MORE = words(
    "点击这里 点此 点这里 这里 此处 点击此处 点击 点击进入 点击查看 更多 了解更多 查看更多 查看详情 详情 链接 "
    "more here clickhere click go link readmore learnmore"
)
FORMATS = words("html htm pdf epub word excel doc docx xls xlsx wps ofd zip txt plaintext 纯文本")
# Nobody looks further than this for what a link belongs to. Levels.
NEAR = 20
WHOLE = frozenset({"html", "body", "main"})
ORNAMENT = re.compile(r"[\s>»›→+…·\[\]【】()（）.。:：,，|]+")


@Rule(
    id="link-purpose",
    name=Text("链接文字要说明去处", "A link's words tell where it leads"),
    why=Text(
        "读屏用户会把链接单独列出来听；一排“更多”分不出谁是谁。",
        "Screen reader users listen to links as a list, where ten times “more” tells nothing.",
    ),
    basis=("WCAG 2.2 2.4.4", "WCAG Techniques F63"),
    wcag=("2.4.4",),
    act=("5effbb",),
    on="a[href], [role=link], svg a",
    says={
        "alone": Text(
            "链接只写了“{words}”，周围和前面也没有文字或标题说明是什么。请写全，如“更多政策文件”。",
            "The link only says {words!r}, and neither text around it nor a heading tells what. Name the thing itself.",
        ),
        "vague": Text(
            "链接只写了“{words}”。请人工确认：单独听到它，知道通向哪里吗？可写“更多政策文件”。",
            "The link only says {words!r}. Heard alone, does it tell where it leads? Name the thing itself.",
        ),
    },
    bad=(
        Example("<a href=a.html>更多&gt;&gt;</a>", says="alone"),
        Example("<svg><a href=a.html><text>Go</text></a></svg>", says="alone"),
        Example("<h2>政策文件</h2><a href=a.html>更多&gt;&gt;</a>", says="vague"),
        Example("<p>请<a href=a.html>点击这里</a>", says="vague"),
        Example("<ul><li><a href=a.pdf>PDF</a></ul>", says="vague"),
    ),
    good=(
        Example("<a href=a.html>更多政策文件</a>"),
        Example("<a href=a.html aria-label=更多政策文件>更多</a>"),
        Example("<a href=a.html aria-describedby=a>更多</a><h2 id=a>政策文件</h2>"),
        Example("<p>下载年度报告：<a href=a.pdf>PDF</a>"),
    ),
    when=lambda node: role(node) == "link" and is_exposed(node),
)
def link_purpose(link: Node) -> Hits:
    words = name(link)
    bare = plain(words)
    if bare in MORE and is_alone(link):
        yield link.fail("alone", words=words, quote=words)
    elif (bare in VAGUE and not is_described(link)) or (bare in FORMATS and not has_context(link)):
        yield link.ask("vague", words=words, quote=words)


def plain(words: str) -> str:
    """The words of a link in lower case, without blanks, brackets and arrows."""
    # Most are one word, and looking for what is not there takes longer than the word.
    return words.lower() if words.isalnum() else ORNAMENT.sub("", words).lower()


def is_described(link: Node) -> bool:
    """Whether the link has a description of its own, which says more than its name."""
    return bool(description(link))


def has_context(link: Node) -> bool:
    """Whether the block around the link, or a description of its own, says more than the link."""
    if is_described(link):
        return True
    block = next((above for above in link.ancestors if above.tag in BLOCKS or above.tag == "body"), None)
    return block is not None and block.tag not in WHOLE and block.text != link.text


def is_alone(link: Node) -> bool:
    """Whether nothing but the page as a whole holds other words, and no heading stands before the link."""
    if has_context(link) or any(heading.index < link.index for heading in exposed(link)):
        return False
    text = link.text
    near = list(islice(link.ancestors, NEAR))
    return near[-1].tag == "html" and all(above.tag in WHOLE or above.text == text for above in near)
