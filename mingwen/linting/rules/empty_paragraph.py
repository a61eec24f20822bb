"""empty-paragraph: no empty paragraphs make distance."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text

FILLED = "img, input, select, textarea, button, iframe, object, embed, audio, video, canvas, svg, table, hr, a[href]"


@Rule(
    id="empty-paragraph",
    name=Text("不用空段落隔开内容", "No empty paragraphs make distance"),
    why=Text(
        "有的读屏软件会念“空白”；换一种版式，空段落就成了莫名的大洞。",
        "Some screen readers say “blank”, and in another layout empty paragraphs become holes.",
    ),
    basis=("HTML Standard 4.4.1 p",),
    level="advice",
    on="body",
    says={
        "empty": Text(
            "有 {count} 个空段落。请删去，间距用 CSS 的 margin。",
            "There are {count} empty paragraphs. Remove them, and make distance with CSS margin.",
        ),
    },
    bad=(Example("<p>第一段</p><p>&nbsp;</p><p><br></p><p>第二段</p>", says="empty"),),
    good=(
        Example("<p>第一段</p><p>第二段</p>"),
        Example("<p><img src=a.png alt=图></p>"),
        Example("<p hidden></p><p id=result></p>"),
    ),
)
def empty_paragraph(body: Node) -> Hits:
    empty = [
        each
        for each in body.all("p")
        if not each.has_text
        and not each.id
        and "class" not in each.attributes
        and (not each.children or not each.has(FILLED))
        and not is_hidden(each)
    ]
    if empty:
        yield empty[0].fail("empty", count=len(empty))
