"""click-role: what acts as a button says that it is one."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.handlers import acts
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import first_tabbable, is_exposed, is_tabbable
from mingwen.model import Text


@Rule(
    id="click-role",
    name=Text("当按钮用的要说自己是按钮", "What acts as a button says so"),
    why=Text(
        "读屏软件念到它，只念文字，不说可以按。",
        "A screen reader speaks its words, and does not say that it can be pressed.",
    ),
    basis=("WCAG 2.2 4.1.2", "WCAG Techniques F59"),
    wcag=("4.1.2",),
    on="[onclick][tabindex]",
    says={
        "no-role": Text(
            '{tag} 能得到焦点也能点，却没有角色。请改用 button；实在不行，加 role="button" 和键盘事件。',
            'This {tag} takes focus and clicks, but has no role. Use a button, or add role="button" and key handlers.',
        ),
    },
    bad=(Example("<div tabindex=0 onclick='send()'>提交</div>", says="no-role"),),
    good=(
        Example("<div role=button tabindex=0 onclick='send()' onkeydown='send(event)'>提交</div>"),
        Example("<div tabindex=-1 onclick='send()'><a href=a.html>提交</a></div>"),
    ),
    when=lambda node: is_tabbable(node) and is_exposed(node) and acts(node),
)
def click_role(node: Node) -> Hits:
    if role(node) in {"", "generic", "paragraph", "img", "none"} and not first_tabbable(node):
        yield node.fail("no-role", tag=node.tag)
