"""click-keys: a button made by script answers to the keyboard."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.handlers import KEYS, acts
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_natively_focusable, is_tabbable
from mingwen.model import Text


@Rule(
    id="click-keys",
    name=Text("自制按钮要响应键盘", "A button made by script answers to the keyboard"),
    why=Text(
        "role=button 只改念法，不会让回车键和空格键起作用。",
        "role=button changes what is said, and makes neither Enter nor Space work.",
    ),
    basis=("WCAG 2.2 2.1.1", "WCAG Techniques G90"),
    wcag=("2.1.1",),
    on="[role=button][onclick], [role=link][onclick], [role=tab][onclick], [role=menuitem][onclick]",
    says={
        "no-keys": Text(
            "{tag} 有 onclick，没有键盘事件。请人工确认：按回车或空格也起作用吗？改用 button 最省事。",
            "This {tag} has onclick and no key handler. Do Enter and Space work as well? A button would do it all.",
        ),
    },
    bad=(Example("<span role=button tabindex=0 onclick='send()'>提交</span>", says="no-keys"),),
    good=(
        Example("<span role=button tabindex=0 onclick='send()' onkeydown='keys(event)'>提交</span>"),
        Example("<button role=tab onclick='show()'>通知</button>"),
        Example("<a href=a.html role=button onclick='send()'>提交</a>"),
    ),
    when=lambda node: is_tabbable(node) and not is_natively_focusable(node) and acts(node),
)
def click_keys(node: Node) -> Hits:
    if not any(key in node.attributes for key in KEYS) and not inside(node, "[onkeydown], [onkeyup], [onkeypress]"):
        yield node.ask("no-keys", tag=node.tag)
