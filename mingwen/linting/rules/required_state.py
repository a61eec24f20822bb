"""required-state: a control made by role says the state that its role cannot do without."""

from __future__ import annotations

from mingwen.linting.aria import ROLES
from mingwen.linting.dom import Node
from mingwen.linting.roles import explicit, implicit
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed, is_focusable
from mingwen.linting.words import words
from mingwen.model import Text

# What the element itself tells, so that no attribute need.
CHECKABLE = words("checkbox radio")
NUMBERED = words("number range")


@Rule(
    id="required-state",
    name=Text("自制控件要写明必要的状态", "A control made by role gives the states that it needs"),
    why=Text(
        "没有 aria-checked，读屏软件报不出复选框勾没勾上。",
        "Without aria-checked a screen reader cannot say whether the box is ticked.",
    ),
    basis=("WAI-ARIA 1.2",),
    act=("4e8ab6",),
    on="[role]",
    says={
        "missing": Text(
            "role={role} 必须写 {attribute}。请补上，并让脚本随状态更新；也可改用原生控件。",
            "role={role} needs {attribute}. Add it and keep it up to date by script, or use a native control.",
        ),
        "level": Text(
            "role=heading 没写 aria-level，会当作二级标题。请人工确认：这是二级标题吗？",
            "role=heading without aria-level counts as level 2. Is that its level?",
        ),
        "popup": Text(
            "收起的 combobox 没写 aria-controls。请人工确认：展开时脚本会写上吗？",
            "This closed combobox has no aria-controls. Does a script add it when it opens?",
        ),
    },
    bad=(
        Example("<div role=checkbox tabindex=0>同意</div>", says="missing"),
        Example("<div role=switch aria-checked=''>提醒</div>", says="missing"),
        Example("<div role=separator tabindex=0></div>", says="missing"),
        Example("<div role=heading>目录</div>", says="level"),
        Example("<input role=combobox aria-expanded=false>", says="popup"),
    ),
    good=(
        Example("<div role=checkbox aria-checked=false tabindex=0>同意</div>"),
        Example("<input type=checkbox role=switch>"),
        Example("<h3 role=heading>目录</h3>"),
        Example("<div role=separator></div>"),
        Example("<div role=combobox hidden></div>"),
        Example("<div role=option>甲</div>"),
    ),
    when=lambda node: explicit(node) not in {"", implicit(node)} and bool(needed(node)) and is_exposed(node),
)
def required_state(node: Node) -> Hits:
    role = explicit(node)
    for attribute in sorted(needed(node)):
        if node.get(attribute).strip():
            continue
        if role == "heading":
            yield node.ask("level")
        elif attribute == "aria-controls" and node.get("aria-expanded").strip().lower() == "false":
            yield node.ask("popup")
        elif attribute != "aria-controls" or role != "combobox" or node.get("aria-expanded").strip():
            yield node.fail("missing", role=role, attribute=attribute)


def needed(node: Node) -> frozenset[str]:
    """The attributes that the role requires and the element does not stand for by itself."""
    role = explicit(node)
    if role == "separator":
        return words("aria-valuenow") if is_focusable(node) else frozenset()
    given = words("aria-level") if node.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else frozenset()
    if node.tag == "input":
        kind = node.get("type").strip().lower()
        given |= words("aria-checked") if kind in CHECKABLE else frozenset()
        given |= words("aria-valuenow") if kind in NUMBERED else frozenset()
        given |= words("aria-controls aria-expanded") if "list" in node.attributes else frozenset()
    elif node.tag in {"meter", "progress"}:
        given |= words("aria-valuenow")
    elif node.tag == "select":
        given |= words("aria-controls aria-expanded")
    return ROLES[role].required - given
