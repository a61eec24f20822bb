"""title-descriptive: the title says what the page is about."""

from __future__ import annotations

import re

from mingwen.linting.blocks import is_html
from mingwen.linting.dom import Node
from mingwen.linting.headings import exposed, level
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import passages, said
from mingwen.linting.topics import coverage
from mingwen.model import Text

# What editors put there before the author has written anything.
PLACEHOLDER = re.compile(
    r"untitled( document| page)?( ?\d+)?|无标题(文档|页|页面)?|未命名(文档|页面)?|新建(网页|页面|文档)"
    r"|网页标题|标题|title|document"
    r"|new page|page ?\d*|index|null|undefined|[^\s/]+\.(html?|aspx?|jsp|php|docx?|pdf)",
    re.IGNORECASE,
)
# A page of fewer characters says too little to compare its title with.
ENOUGH = 20
HALF = 0.5


@Rule(
    id="title-descriptive",
    name=Text("网页标题要说明内容", "The title says what the page is about"),
    why=Text(
        "读屏软件先念标题；标题不对，读者要听半页才知道来错了地方。",
        "The title is heard first; if it is wrong, half a page must be listened to before one knows.",
    ),
    basis=("WCAG 2.2 2.4.2", "WCAG Techniques F25", "WCAG Techniques G88"),
    wcag=("2.4.2",),
    act=("c4a8a4",),
    on="html",
    says={
        "placeholder": Text(
            "网页标题只是“{title}”，没有写内容。请写文件名称和网站名称。",
            "The title is only {title!r}. Write the name of the document and of the site.",
        ),
        "second": Text(
            "网页有两个 title，浏览器只看第一个，而它与内容无关。请删去“{title}”。",
            "There are two titles; browsers show the first, which has nothing to do with the page. Remove {title!r}.",
        ),
        "other": Text(
            "网页标题“{title}”的字眼在内容里几乎找不到。请人工确认：它说的是这一页吗？",
            "Hardly a word of the title {title!r} is found on the page. Is it the title of this page?",
        ),
        "short": Text(
            "网页标题只写了“{title}”，没有说出“{heading}”。请人工确认：只看标题，分得出是哪一页吗？",
            "The title only says {title!r}, not {heading!r}. Can one tell by it which page this is?",
        ),
    },
    bad=(
        Example("<title>无标题文档</title><p>本单位地址：样例路 1 号。", says="placeholder"),
        Example(
            "<title>首页模板</title><title>公共租赁住房办法</title><p>第一条 为规范公共租赁住房，制定本办法。",
            says="second",
        ),
        Example("<title>招聘公告</title><p>为规范公共租赁住房的管理，保障住房困难群众，制定本办法。", says="other"),
        Example("<title>样例市司法局</title><h1>样例市司法局2023年法治政府建设年度报告</h1><p>正文。", says="short"),
    ),
    good=(
        Example("<title>公共租赁住房管理办法</title><p>为规范公共租赁住房，制定本办法。"),
        Example("<title>年度报告</title><h1>2023 年度报告</h1>"),
        Example("<title>Index</title><h1>Index</h1><p>All terms of this law, with the articles that use them."),
        Example(
            "<title>招聘公告</title><h1><ruby>招<rt>zhāo</rt>聘<rt>pìn</rt>公<rt>gōng</rt>告<rt>gào</rt></ruby></h1>"
            "<p><ruby>本<rt>běn</rt>局<rt>jú</rt>招<rt>zhāo</rt>聘<rt>pìn</rt>职<rt>zhí</rt>员<rt>yuán</rt></ruby>十名，"
            "请于本月底以前报名。"
        ),
        Example("<title>没有内容可比</title><p>正文"),
    ),
    when=is_html,
)
def title_descriptive(html: Node) -> Hits:
    titles = [title for title in html.page.select("title") if title.namespace == "html"]
    if not titles or not titles[0].text:
        return
    title = titles[0].text
    shown = said(html)
    # A page about an index may well be called Index.
    if PLACEHOLDER.fullmatch(title) and title.casefold() not in shown.casefold():
        yield titles[0].fail("placeholder", title=title, quote=title)
        return
    if len(" ".join(passage.text for passage in passages(html)[:ENOUGH])) < ENOUGH:
        return
    headings = [heading.text for heading in exposed(html) if level(heading) == 1]
    if coverage(title, shown) < HALF:
        rest = [each.text for each in titles[1:] if coverage(each.text, shown) >= HALF and each.text]
        if rest:
            yield titles[0].fail("second", title=title, quote=title)
        else:
            yield titles[0].ask("other", title=title, quote=title)
    elif headings and all(coverage(title, each) == 1 and coverage(each, title) < HALF for each in headings):
        yield titles[0].ask("short", title=title, heading=headings[0][:40], quote=title)
