"""browser-demand: the page asks for no certain browser or screen."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, squeeze
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import latin, passages, said
from mingwen.model import Text

NAMES = ("IE", "Internet Explorer", "浏览器", "Chrome", "火狐", "分辨率")
DEMAND = re.compile(
    r"(建议|推荐|请|最佳)[^。；\n]{0,12}(IE ?\d|IE浏览器|Internet Explorer|谷歌浏览器|Chrome|火狐|360 ?浏览器)"
    r"[^。；\n]{0,20}|\d{3,4} ?[*×xX] ?\d{3,4}[^。；\n]{0,8}(分辨率|浏览)"
    r"|分辨率[^。；\n]{0,12}\d{3,4} ?[*×xX] ?\d{3,4}|IE ?\d+(\.0)?(及|以)以?上",
    re.IGNORECASE,
)


@Rule(
    id="browser-demand",
    name=Text("不要求用某种浏览器、分辨率", "No certain browser or screen is asked for"),
    why=Text(
        "读者用手机、用放大后的窗口、用读屏软件，换不了；IE 已经停用。",
        "People use phones, enlarged windows and screen readers, and cannot change; IE is gone.",
    ),
    basis=("WCAG 2.2 1.4.10",),
    level="advice",
    on="body",
    says={
        "demand": Text(
            "网页写着“{words}”。请让网页在各种浏览器和屏幕上都能用，去掉这句话。",
            "The page says {words!r}. Make it work in any browser and on any screen, and drop this.",
        ),
    },
    bad=(Example("<p>建议使用IE9.0以上浏览器，1024*768分辨率", says="demand"),),
    good=(Example("<p>照片分辨率不低于 300 dpi，尺寸 358×441 像素"), Example("<p>请使用手机浏览")),
)
def browser_demand(body: Node) -> Hits:
    if not any(word in (latin(body) if word.isascii() else said(body)) for word in NAMES):
        return
    for passage in passages(body):
        named = any(word in passage.text for word in NAMES)
        if named and (found := DEMAND.search(passage.text)):
            yield passage.node.fail("demand", words=squeeze(found[0]), quote=passage.text)
            return
