"""aria-value: an aria-* attribute has a value of its type."""

from __future__ import annotations

import re

from mingwen.linting.aria import ATTRIBUTES
from mingwen.linting.dom import Node
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

NUMBERS = {"integer": re.compile(r"[+-]?\d+"), "number": re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")}


@Rule(
    id="aria-value",
    name=Text("aria 属性的值要有效", "aria-* attributes have valid values"),
    why=Text(
        "无效的值等于没写：展开还是收起、选没选中，读屏软件说不出来。",
        "An invalid value counts as none: whether something is open or checked goes unsaid.",
    ),
    basis=("WAI-ARIA 1.2",),
    act=("6a7281",),
    on=", ".join(f"[{name}]" for name in ATTRIBUTES),
    says={
        "token": Text(
            "{attribute} 的值“{value}”无效。可用的有：{allowed}。",
            "{attribute} cannot be {value!r}. Allowed: {allowed}.",
        ),
        "number": Text("{attribute} 的值“{value}”不是数字。", "{attribute} is {value!r}, which is no number."),
        "no-target": Text(
            "{attribute} 指向的“{value}”在页面里没有。", "{attribute} refers to {value!r}, which is not on the page."
        ),
    },
    bad=(
        Example("<button aria-expanded=yes>目录</button>", says="token"),
        Example("<div role=heading aria-level=二>目录</div>", says="number"),
        Example("<input role=combobox aria-expanded=true aria-controls=list>", says="no-target"),
    ),
    good=(
        Example("<button aria-expanded=true>目录</button>"),
        Example("<button aria-controls=menu>目录</button>"),
        Example("<button aria-pressed=''>目录</button>"),
    ),
    when=lambda node: has_value(node),
)
def aria_value(node: Node) -> Hits:
    for attribute, written in node.attributes.items():
        kind, value = ATTRIBUTES.get(attribute, "string"), written.strip()
        if not value:
            continue
        if isinstance(kind, frozenset):
            if value.lower() not in kind:
                yield node.fail("token", attribute=attribute, value=value, allowed=" ".join(sorted(kind)), quote=value)
        elif kind in NUMBERS:
            if not NUMBERS[kind].fullmatch(value):
                yield node.fail("number", attribute=attribute, value=value, quote=value)
        elif kind.startswith("tokens:"):
            allowed = kind.removeprefix("tokens:").split()
            if not set(value.lower().split()) <= set(allowed):
                yield node.fail("token", attribute=attribute, value=value, allowed=" ".join(allowed), quote=value)
        elif attribute == "aria-controls" and needs_target(node) and not any(map(node.page.find, value.split())):
            yield node.fail("no-target", attribute=attribute, value=value, quote=value)


def has_value(node: Node) -> bool:
    """Whether any of its aria-* attributes says something."""
    return any(name in ATTRIBUTES and value.strip() for name, value in node.attributes.items())


def needs_target(node: Node) -> bool:
    """Whether the role requires what is controlled to be there: elsewhere a script may make it later.

    A scrollbar always does, a combobox while it is open (WAI-ARIA 1.2; ACT 6a7281 asks for no other id).
    """
    return role(node) == "scrollbar" or (role(node) == "combobox" and node.get("aria-expanded").lower() == "true")
