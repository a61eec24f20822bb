"""nested-control: no control stands inside another."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

INNER = "a[href], button, input:not([type=hidden i]), select, textarea, iframe, audio[controls], video[controls], label"


@Rule(
    id="nested-control",
    name=Text("链接和按钮不得互相套", "No control stands inside another"),
    why=Text(
        "按下去执行哪一个，浏览器和读屏软件各有各的做法。",
        "Which of the two is pressed depends on the browser and the screen reader.",
    ),
    basis=("WCAG 2.2 4.1.2", "HTML Standard 4.5.1 a"),
    wcag=("4.1.2",),
    on="a[href]",
    says={
        "inside": Text(
            "链接里面又有 {tag}。请把两者分开，各放各的。",
            "There is a {tag} inside this link. Part the two.",
        ),
    },
    bad=(
        Example("<a href=a.html><button>申请</button></a>", says="inside"),
        Example("<a href=a.html>查询<input aria-label=编号></a>", says="inside"),
    ),
    good=(
        Example("<a href=a.html>申请</a><button>查询</button>"),
        Example("<a href=a.html><button hidden>申请</button>看说明</a>"),
    ),
    when=is_exposed,
)
def nested_control(link: Node) -> Hits:
    inside = next((node for node in link.all(INNER) if is_exposed(node)), None)
    if inside:
        yield inside.fail("inside", tag=inside.tag)
