"""click-only: what can be clicked can be reached by keyboard."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.handlers import CONTROL, acts
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import first_tabbable, is_disabled, is_exposed, is_focusable, is_visible
from mingwen.model import Text


@Rule(
    id="click-only",
    name=Text("能点的都要能用键盘", "What can be clicked can be reached by keyboard"),
    why=Text(
        "写了 onclick 的 div、span 按 Tab 走不到，用键盘和读屏的人用不了。",
        "A div or span with onclick is never reached by Tab, and so is lost to keyboard and screen reader.",
    ),
    basis=("WCAG 2.2 2.1.1", "WCAG 2.2 4.1.2", "WCAG Techniques F54", "WCAG Techniques F42"),
    wcag=("2.1.1", "4.1.2"),
    on="[onclick]",
    says={
        "mouse": Text(
            "{tag} 写了 onclick，键盘却走不到。请改用 button，或带 href 的链接。",
            "This {tag} has onclick, but the keyboard does not reach it. Use a button, or a link with href.",
        ),
        "perhaps": Text(
            "{tag} 写了 onclick，键盘走不到。请人工确认：同样的事用键盘也能做吗？",
            "This {tag} has onclick, and the keyboard does not reach it. Can the same be done by keyboard?",
        ),
    },
    bad=(
        Example("<span onclick='send()'>提交</span>", says="mouse"),
        Example("<a onclick='go()'>办事指南</a>", says="mouse"),
        Example("<img src=a.png alt=打印 onclick='print()'>", says="mouse"),
        Example("<div onclick='close()'></div>", says="perhaps"),
    ),
    good=(
        Example("<button onclick='send()'>提交</button>"),
        Example("<li onclick='go()'><a href=a.html>办事指南</a></li>"),
        Example("<label onclick='pick()'><input type=radio>男</label>"),
        Example("<div onclick='event.stopPropagation()'>正文</div>"),
        Example("<body onclick='hideMenu()'><p>正文</body>"),
        Example("<a href=a.html><span onclick='count()'>办事指南</span></a>"),
    ),
    when=lambda node: node.tag not in {"html", "body", "label", "form"} and is_visible(node) and acts(node),
)
def click_only(node: Node) -> Hits:
    if is_focusable(node) or inside(node, CONTROL) or first_tabbable(node) or is_disabled(node):
        return
    if node.has_text or node.tag in {"img", "input", "area"} or node.has("img"):
        if is_exposed(node):
            yield node.fail("mouse", tag=node.tag)
    else:
        yield node.ask("perhaps", tag=node.tag)
