"""presentational-focus: nothing that takes the focus is inside what counts as one piece."""

from __future__ import annotations

from mingwen.linting.aria import PRESENTATIONAL_CHILDREN
from mingwen.linting.dom import Node
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import first_tabbable, is_exposed
from mingwen.model import Text


@Rule(
    id="presentational-focus",
    name=Text("按钮里不得再套链接", "No control stands inside a button"),
    why=Text(
        "按钮、选项卡、图片在读屏软件里是一整块；套在里面的链接能走到，却念不出来。",
        "To a screen reader a button, tab or picture is one piece; a link inside can be reached but is not announced.",
    ),
    basis=("WCAG 2.2 4.1.2",),
    wcag=("4.1.2",),
    act=("307n5z",),
    on="button, input, option, hr, img, progress, meter, math, summary, [role]",
    says={
        "inside": Text(
            "{role} 里面的 {tag} 能得到焦点，读屏软件却不会念出它。请把两者分开。",
            "The {tag} inside this {role} takes the focus, but screen readers do not announce it. Part the two.",
        ),
    },
    bad=(
        Example("<div role=tab><a href=a>办事指南</a></div>", says="inside"),
        Example("<div role=math aria-label=公式><a href=a>推导</a></div>", says="inside"),
        Example("<span role=img aria-label=图>图<a href=a>放大</a></span>", says="inside"),
    ),
    good=(
        Example("<button>搜索</button>"),
        Example("<div role=tab tabindex=0>办事指南</div>"),
        Example("<a href=a><span tabindex=0>首页</span></a>"),
    ),
    when=lambda node: role(node) in PRESENTATIONAL_CHILDREN and is_exposed(node),
)
def presentational_focus(node: Node) -> Hits:
    inside = first_tabbable(node)
    if inside:
        # Version 1.3 of ARIA no longer takes a formula for one piece.
        hit = node.ask if role(node) == "math" else node.fail
        yield hit("inside", role=role(node), tag=inside.tag)
