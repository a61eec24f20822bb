"""button-name: a button says what it does."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="button-name",
    name=Text("按钮要有名字", "A button has a name"),
    why=Text(
        "只有图标的按钮，读屏软件只念“按钮”；用语音操作的人也叫不出它。",
        "Of a button with only an icon, screen readers say “button”, and nobody can call it by voice.",
    ),
    basis=("WCAG 2.2 4.1.2", "GB/T 37668-2019 3.2.1.3"),
    wcag=("4.1.2",),
    act=("97a4e1",),
    on="button, input, summary, [role]",
    says={
        "empty": Text(
            "按钮没有名字。请写出它做什么，如“搜索”。", "The button has no name. Say what it does, such as “Search”."
        ),
    },
    bad=(
        Example("<button></button>", says="empty"),
        Example("<button><svg></svg></button>", says="empty"),
        Example("<input type=button>", says="empty"),
        Example("<button><svg><desc>放大镜</desc></svg></button>", says="empty"),
    ),
    good=(
        Example("<div popover><button></button></div>"),
        Example("<button>搜索</button>"),
        Example("<button aria-label=搜索><svg></svg></button>"),
        Example("<input type=submit>"),
    ),
    when=lambda node: role(node) == "button" and not is_image_button(node) and is_exposed(node),
)
def button_name(button: Node) -> Hits:
    if not name(button):
        yield button.fail("empty")


def is_image_button(node: Node) -> bool:
    """input type=image, which input-image-alt judges."""
    return node.tag == "input" and node.get("type").strip().lower() == "image"
