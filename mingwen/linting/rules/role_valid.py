"""role-valid: a role attribute names at least one role that exists."""

from __future__ import annotations

from mingwen.linting.aria import ROLES
from mingwen.linting.dom import Node
from mingwen.linting.roles import explicit
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.linting.words import nearest
from mingwen.model import Text


@Rule(
    id="role-valid",
    name=Text("role 要是规范里有的", "A role is one that ARIA defines"),
    why=Text(
        "不存在的角色不起作用，读屏软件仍把它当普通文字。",
        "A role that does not exist has no effect; screen readers take the element for plain text.",
    ),
    basis=("WAI-ARIA 1.2",),
    act=("674b10",),
    on="[role]",
    says={
        "misspelt": Text("没有“{role}”这个角色。是不是 {nearest}？", "There is no role {role!r}. Is {nearest} meant?"),
        "unknown": Text(
            "没有“{role}”这个角色。请换成 ARIA 里有的，或去掉 role。",
            "There is no role {role!r}. Use one that ARIA has, or drop it.",
        ),
    },
    bad=(
        Example("<div role=butonn tabindex=0>搜索</div>", says="misspelt"),
        Example("<div role=navbar>搜索</div>", says="unknown"),
    ),
    good=(
        Example("<div role=button tabindex=0>搜索</div>"),
        Example("<div role='doc-unknown button' tabindex=0>搜索</div>"),
        Example("<div role=''>搜索</div>"),
    ),
    when=lambda node: bool(node.get("role").strip()) and is_exposed(node),
)
def role_valid(node: Node) -> Hits:
    if not explicit(node):
        written = node.get("role").strip()
        near = nearest(written, ROLES)
        yield node.fail("misspelt" if near else "unknown", role=written, nearest=near, quote=written)
