"""required-children: a list has items, a table rows, a menu entries."""

from __future__ import annotations

from mingwen.linting.aria import ROLES
from mingwen.linting.dom import Node
from mingwen.linting.ownership import lost, owned
from mingwen.linting.roles import all_roles, explicit, role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.scripts import has_scripts
from mingwen.linting.visibility import is_exposed
from mingwen.linting.words import words
from mingwen.model import Text

HOLDERS = words("feed grid list listbox menu menubar row rowgroup table tablist tree treegrid")


@Rule(
    id="required-children",
    name=Text("列表、表格、菜单里要有相应的项", "Lists, tables and menus hold items of their kind"),
    why=Text(
        "读屏软件说“列表，0 项”，里面的内容却当普通文字念，结构就没有了。",
        "The screen reader says “list, 0 items” and reads what is inside as plain text: the structure is gone.",
    ),
    basis=("WCAG 2.2 1.3.1", "WAI-ARIA 1.2"),
    wcag=("1.3.1",),
    act=("bc4a75",),
    on="ul, ol, menu, table, thead, tbody, tfoot, tr, [role]",
    says={
        "none": Text(
            "这个 {role} 里没有 {children}。请把内容放进相应的项里，或去掉这个结构。",
            "This {role} holds no {children}. Put its contents into items, or drop the structure.",
        ),
        "mixed": Text(
            "这个 {role} 除了 {children} 还直接包着 {other}。请人工确认：读屏软件数的项数对吗？",
            "This {role} directly holds {other} beside {children}. Does a screen reader count its items rightly?",
        ),
        "empty": Text(
            "这个 {role} 是空的。请人工确认：脚本会往里放 {children} 吗？",
            "This {role} is empty. Will a script fill it with {children}?",
        ),
    },
    bad=(
        Example("<ul><div>甲</div><div>乙</div></ul>", says="none"),
        Example("<div role=tablist><a href=a>甲</a></div>", says="none"),
        Example("<div role=grid><div role=row><span>甲</span></div></div>", says="none"),
        Example("<ul><li>甲</li><a href=a>乙</a></ul>", says="mixed"),
        Example("<div role=list></div>", says="empty"),
        Example("<ul><div></div></ul><script>fill()</script>", says="empty"),
    ),
    good=(
        Example("<ul><li>甲</ul>"),
        Example("<div role=menu><div role=none><div role=menuitem>甲</div></div><div role=separator></div></div>"),
        Example("<div role=list aria-owns=a></div><div id=a role=listitem>甲</div>"),
        Example("<table><caption>表</caption><tr><td>甲</table>"),
        Example("<ul aria-busy=true></ul>"),
        Example("<ul></ul>"),
        Example("<ul><li hidden>甲</ul>"),
    ),
    when=lambda node: role(node) in HOLDERS and not is_busy(node) and node.tag != "select" and is_exposed(node),
)
def required_children(node: Node) -> Hits:
    kind = role(node)
    inside = owned(node)
    allowed = ROLES[kind].children
    roles = all_roles(node.page)
    wrong = [each for each in inside if roles[each.index] not in allowed]
    if inside and not wrong:
        return
    children = " / ".join(sorted(allowed))
    if len(wrong) < len(inside):
        yield wrong[0].ask("mixed", other=role(wrong[0]) or wrong[0].tag, role=kind, children=children)
    elif wrong or (node.has_text and has_shown_text(node)):
        yield node.fail("none", role=kind, children=children)
    elif node.children and not any(is_hidden_part(each) for each in node.descendants) and not lost(node):
        hit = node.ask if has_scripts(node.page) else node.fail
        yield hit("empty" if has_scripts(node.page) else "none", role=kind, children=children)
    elif explicit(node) and not node.children:
        yield node.ask("empty", role=kind, children=children)


def is_busy(node: Node) -> bool:
    """Whether the author says that the contents are still to come."""
    return node.get("aria-busy").strip().lower() == "true"


def is_hidden_part(node: Node) -> bool:
    """Whether an element is hidden now; what it says when it is shown is not known."""
    return not is_exposed(node)


def has_shown_text(node: Node) -> bool:
    """Whether there is text in the element that is not hidden."""
    return any(
        isinstance(item, str) and item.strip() and is_exposed(each)
        for each in (node, *node.descendants)
        for item in each.contents
    )
