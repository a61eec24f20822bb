"""auto-popup: no window opens by itself."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, cut, squeeze
from mingwen.linting.handlers import scripts
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

POPUP = re.compile(
    r"(onload\s*=\s*(function\s*\(\)\s*\{)?[^}]{0,200}?|setTimeout\s*\(\s*[\"'])(window\.open|showModalDialog)\s*\(",
    re.IGNORECASE,
)
OPENS = re.compile(r"(^|[^.\w])(window\.open|alert|showModalDialog)\s*\(", re.IGNORECASE)


@Rule(
    id="auto-popup",
    name=Text("不自动弹出窗口", "No window opens by itself"),
    why=Text(
        "弹出的窗口抢走焦点，读屏用户不知道自己到了哪里，老人不会关。",
        "It takes the focus away; screen reader users do not know where they are, and many cannot close it.",
    ),
    basis=("WCAG 2.2 3.2.5", "WCAG Techniques F22", "工信厅信管函〔2021〕67号 附件1 2.4.1"),
    level="advice",
    on="body",
    says={
        "opens": Text(
            "网页一打开就弹出窗口或对话框：{handler}。请去掉，把内容放在页面上。",
            "A window or dialog opens with the page: {handler}. Remove it, and put its content on the page.",
        ),
    },
    bad=(
        Example("<body onload=\"window.open('ad.html')\"><p>正文", says="opens"),
        Example("<script>window.onload = function () { window.open('ad.html') }</script><p>正文", says="opens"),
    ),
    good=(
        Example("<body onload='start()'><p>正文"),
        Example("<script>function help() { window.open('help.html') }</script><p>正文"),
    ),
)
def auto_popup(body: Node) -> Hits:
    handler = body.get("onload")
    if OPENS.search(handler):
        yield body.fail("opens", handler=cut(squeeze(handler)))
        return
    opens = any(word in body.page.source for word in ("window.open", "showModalDialog"))
    if opens and (found := POPUP.search(scripts(body))):
        yield body.fail("opens", handler=cut(squeeze(found[0])))
