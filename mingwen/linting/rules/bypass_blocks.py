"""bypass-blocks: readers can pass over what every page repeats."""

from __future__ import annotations

from mingwen.linting.blocks import has_heading, has_landmark, is_html, may_collapse, skip_link
from mingwen.linting.dom import Node
from mingwen.linting.reaching import missing, parted
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text


@Rule(
    id="bypass-blocks",
    name=Text("重复的栏目要能跳过", "Repeated blocks can be passed over"),
    why=Text(
        "用键盘或读屏的人，每开一页都要先走完几十个菜单链接才到正文。",
        "With keyboard or screen reader, people go through dozens of menu links on every page before the text.",
    ),
    basis=("WCAG 2.2 2.4.1", "WCAG Techniques G1", "WCAG Techniques H69", "WCAG Techniques ARIA11"),
    wcag=("2.4.1",),
    act=("cf77f2",),
    on="html",
    says={
        "none": Text(
            "正文之前有其他页也有的内容，页面没有标题、main，也没有“跳到正文”的链接。请至少加上一样。",
            "What stands before the text is on other pages too, and there is no heading, main or skip link to pass it.",
        ),
        "perhaps": Text(
            "正文之前有导航等内容，页面没有标题、main，也没有“跳到正文”的链接。请人工确认：别的页也有它们吗，能跳过吗？",
            "There is navigation before the text, but no heading, main or skip link. Is it on other pages too, "
            "and can it be passed?",
        ),
    },
    bad=(
        Example(
            "<a href=b.html>第二章</a><aside>本书写于十四世纪，讲三国故事。</aside>"
            "<div><p>话说天下大势，分久必合，合久必分。</div>",
            says="none",
            sheets=(("b.html", "<aside>本书写于十四世纪，讲三国故事。</aside><p>第二回"),),
        ),
        Example(
            "<nav><a href=a.html>首页</a></nav><div><p>话说天下大势，分久必合，合久必分。</div>",
            says="perhaps",
        ),
    ),
    good=(
        Example("<nav><a href=a.html>首页</a></nav><main><p>话说天下大势，分久必合，合久必分。</main>"),
        Example("<nav><a href=a.html>首页</a></nav><h1>第一回</h1><p>话说天下大势，分久必合，合久必分。"),
        Example(
            "<a href=#text>跳到正文</a><nav><a href=a.html>首页</a></nav><p id=text>话说天下大势，分久必合，合久必分。"
        ),
    ),
    when=is_html,
)
def bypass_blocks(html: Node) -> Hits:
    if html.has("main, [role=main]") and has_landmark(html):
        return
    found = parted(html)
    if found and not (has_heading(html) or has_landmark(html) or skip_link(html)):
        yield missing(found.repeated[0], sure=found.sure and not may_collapse(html.page))
