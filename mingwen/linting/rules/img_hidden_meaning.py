"""img-hidden-meaning: a picture that says something is not hidden from screen readers."""

from __future__ import annotations

import re
from urllib.parse import unquote

from mingwen.linting.dom import Node, squeeze
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed, is_visible
from mingwen.model import Text

TELLING = re.compile(
    r"(^|[^a-z])(logo|qr_?code|qr|ewm|erweima|chart|diagram|flow|liucheng|liuchengtu|tongji|table|biaoge|zuzhi|jiagou)([^a-z]|$)"
    r"|二维码|流程图|统计图|组织架构|结构图",
    re.IGNORECASE,
)


@Rule(
    id="img-hidden-meaning",
    name=Text("有内容的图片不得当作装饰", "A picture that says something is not hidden"),
    why=Text(
        "标为装饰的图片，读屏软件一声不响地跳过。",
        "Screen readers pass over what is marked as decoration without a word.",
    ),
    basis=("WCAG 2.2 1.1.1",),
    wcag=("1.1.1",),
    act=("e88epe",),
    on="img, svg, canvas",
    says={
        "contradiction": Text(
            "图片有替代文字“{words}”，却又对读屏软件隐藏。请人工确认：它有内容吗？有就不要隐藏。",
            "The picture has the alternative {words!r}, yet is hidden. If it says something, do not hide it.",
        ),
        "telling": Text(
            "图片标为装饰，文件名却是“{file}”。请人工确认：它有内容吗？有就写出替代文字。",
            "The picture is marked as decoration, its file named {file!r}. If it tells something, write one.",
        ),
        "drawn": Text(
            '画布由脚本画出，读屏软件不知道画了什么。请人工确认：有内容就加 role="img" 和 aria-label。',
            "A script draws on this canvas, of which screen readers know nothing. Is there content? "
            'Then add role="img" and aria-label.',
        ),
    },
    bad=(
        Example("<img src=a.png alt=单位标志 aria-hidden=true>", says="contradiction"),
        Example('<img src=liuchengtu.png alt="">', says="telling"),
        Example("<canvas id=a></canvas><script>draw(a)</script>", says="drawn"),
    ),
    good=(
        Example('<img src=line.png alt="">'),
        Example('<a href=/><img src=logo.png alt="">样例市司法局</a>'),
        Example("<canvas></canvas>"),
        Example("<img src=logo.png alt=样例市司法局>"),
    ),
    when=lambda image: is_visible(image) and (not is_exposed(image) or role(image) in {"none", ""}),
)
def img_hidden_meaning(image: Node) -> Hits:
    control = next((above for above in image.ancestors if above.matches("a[href], button, [role=button]")), None)
    if control and name(control):
        return
    words = squeeze(image.get("aria-label") or image.get("alt"))
    file = unquote(image.get("src").split("?", 1)[0].rpartition("/")[2])
    if image.tag == "canvas":
        drawn = "id" in image.attributes and image.page.select("script") and not words and not image.has_text
        if drawn and is_exposed(image):
            yield image.ask("drawn")
    elif words:
        yield image.ask("contradiction", words=words)
    elif image.tag == "img" and TELLING.search(file):
        yield image.ask("telling", file=file)
