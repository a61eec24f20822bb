"""input-image-alt: a button that is a picture has a text alternative."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="input-image-alt",
    name=Text("图片按钮要有替代文字", "An image button has a text alternative"),
    why=Text(
        "没有替代文字的图片按钮，读屏软件只念文件名，没人知道按下去会怎样。",
        "Without one, screen readers say the file's name, and nobody knows what pressing it does.",
    ),
    basis=("WCAG 2.2 1.1.1", "WCAG 2.2 4.1.2", "GB/T 37668-2019 3.2.1.3"),
    wcag=("1.1.1", "4.1.2"),
    act=("59796f",),
    on="input[type=image i]",
    says={
        "empty": Text(
            '图片按钮没有 alt。请写出按钮做什么，如 alt="搜索"。',
            'The image button has no alt. Say what it does, such as alt="Search".',
        ),
    },
    bad=(
        Example("<input type=image src=a.png>", says="empty"),
        Example('<input type=image src=a.png alt="">', says="empty"),
    ),
    good=(Example("<input type=image src=a.png alt=搜索>"),),
    when=is_exposed,
)
def input_image_alt(button: Node) -> Hits:
    if not name(button):
        yield button.fail("empty")
