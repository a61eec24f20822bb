"""aria-prohibited: no name is given to what cannot have one."""

from __future__ import annotations

from mingwen.linting.aria import ROLES, UNNAMED
from mingwen.linting.dom import Node
from mingwen.linting.roles import NONE, explicit, role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.linting.words import words
from mingwen.model import Text

NAMES = words("aria-braillelabel aria-brailleroledescription aria-label aria-labelledby aria-roledescription")
# Elements on which a role may be set by other means, or that Chromium gives one.
OTHERS = frozenset({"body", "html", "li"})


@Rule(
    id="aria-prohibited",
    name=Text("没有角色的元素不得用 aria-label 命名", "What has no role of its own takes no aria-label"),
    why=Text(
        "div、span、p 上的 aria-label，多数读屏软件不念；写在那里的话用户听不到。",
        "Most screen readers say nothing of an aria-label on a div, span or p: what is written there goes unheard.",
    ),
    basis=("WAI-ARIA 1.2",),
    act=("kb1m8s",),
    on=", ".join(f"[{name}]" for name in sorted(NAMES)),
    says={
        "prohibited": Text(
            "{tag} 的角色是 {role}，不得写 {attribute}。请把话写成看得见的文字，或给它合适的角色。",
            "This {tag} has the role {role}, which must not have {attribute}. Write the words out, or give it a role.",
        ),
    },
    bad=(
        Example("<div aria-label=原价100元，现价1元>100 / 1</div>", says="prohibited"),
        Example("<p aria-labelledby=a>甲</p><b id=a>乙</b>", says="prohibited"),
        Example("<h2 role=none aria-brailleroledescription=甲>甲</h2>", says="prohibited"),
    ),
    good=(
        Example("<div role=group aria-label=价格>100 / 1</div>"),
        Example("<section aria-label=价格>100 / 1</section>"),
        Example("<span aria-label=''>甲</span>"),
        Example("<div aria-label=甲 hidden></div>"),
        Example("<x-price aria-label=价格>100</x-price>"),
    ),
    when=lambda node: unnamed(node) in UNNAMED and node.tag not in OTHERS and is_exposed(node),
)
def aria_prohibited(node: Node) -> Hits:
    kind = unnamed(node)
    prohibited = NAMES if kind in {"generic", "none"} else ROLES[kind].prohibited
    for name in node.attributes:
        if name in prohibited and node.get(name).strip():
            yield node.fail("prohibited", tag=node.tag, role=kind, attribute=name)


def unnamed(node: Node) -> str:
    """The role that naming is judged by: none where it is written, for the name alone may not undo it."""
    return "none" if explicit(node) in NONE else role(node)
