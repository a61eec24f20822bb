"""required-parent: what is part of a larger widget or structure stands in one."""

from __future__ import annotations

from mingwen.linting.aria import ROLES
from mingwen.linting.dom import Node
from mingwen.linting.ownership import lost, owner
from mingwen.linting.roles import explicit, implicit, role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.scripts import builds_shadow
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="required-parent",
    name=Text("列表项、选项卡等要放在所属的结构里", "Items, tabs and cells stand in what they belong to"),
    why=Text(
        "离开列表的列表项，读屏软件报不出“第几项，共几项”，用户不知道有多少内容。",
        "Outside of a list, a screen reader cannot say “item 2 of 5”, and the user does not know how much there is.",
    ),
    basis=("WCAG 2.2 1.3.1", "WAI-ARIA 1.2"),
    wcag=("1.3.1",),
    act=("ff89c9",),
    on="[role], [aria-owns]",
    says={
        "outside": Text(
            "role={role} 要放在 {parents} 里，这里的上一级是 {owner}。请补上外层角色，或改用 ul、li 等元素。",
            "role={role} belongs in {parents}, but stands in {owner}. Add the outer role, or use ul, li and the like.",
        ),
        "script": Text(
            "aria-owns 指向的“{ids}”不在源代码里，而脚本会建立影子树，aria-owns 进不到那里。请人工确认它们归谁所有。",
            "aria-owns names {ids!r}, which is not in the source, and a script builds shadow trees, where it does not "
            "reach. Who owns these elements?",
        ),
    },
    bad=(
        Example("<div role=listitem>甲</div>", says="outside"),
        Example("<div role=list><div aria-live=polite><div role=listitem>甲</div></div></div>", says="outside"),
        Example("<div role=list aria-owns=a></div><script>host.attachShadow({mode: 'open'})</script>", says="script"),
    ),
    good=(
        Example("<ul><div role=listitem>甲</div></ul>"),
        Example("<div role=list aria-owns=a></div><div><div id=a role=listitem>甲</div></div>"),
        Example("<div role=menu><div role=none><div role=menuitem>甲</div></div></div>"),
        Example("<div role=listitem hidden>甲</div>"),
        Example("<ul><li role=listitem>甲</ul>"),
    ),
    when=lambda node: (is_part(node) or is_guess(node)) and is_exposed(node),
)
def required_parent(node: Node) -> Hits:
    if is_guess(node):
        yield node.ask("script", ids=node.get("aria-owns"), quote=node.get("aria-owns"))
    if is_part(node):
        parents, above = ROLES[explicit(node)].parents, owner(node)
        outer = role(above) if above else ""
        if outer not in parents:
            around = outer or (above.tag if above else "html")
            yield node.fail("outside", role=explicit(node), parents=" / ".join(sorted(parents)), owner=around)


def is_part(node: Node) -> bool:
    """Whether ARIA wants a certain parent; captions may stand in any figure or group, which rules elsewhere see to."""
    written = explicit(node)
    return bool(written) and written != "caption" and bool(ROLES[written].parents) and written != implicit(node)


def is_guess(node: Node) -> bool:
    """Whether what it owns may be in a shadow tree that a script makes."""
    return lost(node) and builds_shadow(node.page)
