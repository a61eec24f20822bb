"""aria-permitted: an aria-* attribute is one that the role of the element takes."""

from __future__ import annotations

from mingwen.linting.aria import ATTRIBUTES, GLOBAL, supported
from mingwen.linting.dom import Node
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

NOT_GLOBAL = sorted(set(ATTRIBUTES) - GLOBAL)
# What ARIA has no role for, and the role whose attributes ARIA in HTML lets it take.
LIKE = {"input": "textbox", "li": "listitem", "summary": "button"}


@Rule(
    id="aria-permitted",
    name=Text("aria 属性要配得上元素的角色", "An aria-* attribute suits the element's role"),
    why=Text(
        "角色不支持的属性，读屏软件会忽略，或念出与实际不符的状态。",
        "What a role does not support is ignored, or announced as a state that does not exist.",
    ),
    basis=("WAI-ARIA 1.2",),
    act=("5c01ea",),
    on=", ".join(f"[{name}]" for name in NOT_GLOBAL),
    says={
        "unsupported": Text(
            "{role} 不支持 {attribute}。请去掉它，或换成支持它的角色。",
            "{role} does not support {attribute}. Drop it, or use a role that does.",
        ),
    },
    bad=(
        Example("<button aria-sort=ascending>年份</button>", says="unsupported"),
        Example("<audio controls src=a.mp3 aria-orientation=horizontal></audio>", says="unsupported"),
    ),
    good=(
        Example("<table><tr><th aria-sort=ascending>年份</table>"),
        Example("<button aria-pressed=false>朗读</button>"),
        Example("<div aria-busy=true>正在加载</div>"),
        Example("<input type=date aria-required=true>"),
        Example("<details><summary aria-expanded=false>详情</summary></details>"),
    ),
    when=lambda node: role(node) != "none" and is_exposed(node),
)
def aria_permitted(node: Node) -> Hits:
    kind = role(node)
    allowed = supported(kind)
    if kind in {"", "generic"} and node.tag in LIKE:
        allowed |= supported(LIKE[node.tag])
    for name in node.attributes:
        if name in ATTRIBUTES and name not in allowed:
            yield node.fail("unsupported", role=kind or node.tag, attribute=name, quote=name)
