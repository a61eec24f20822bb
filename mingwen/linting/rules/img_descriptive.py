"""img-descriptive: the name of a drawing says what it shows."""

from __future__ import annotations

import re

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

NAMED = ", ".join(
    f"{tag}[{name}]:not([{name}=''])" for tag in ("a", "button") for name in ("aria-label", "aria-labelledby")
)


@Rule(
    id="img-descriptive",
    name=Text("图片的名称要说明图里是什么", "The name of a picture says what it shows"),
    why=Text(
        "看不见图的人只听得到名称；名称对不上图，听到的就是错的。",
        "Who does not see the picture has its name only. If that does not fit, what is heard is wrong.",
    ),
    basis=("WCAG 2.2 1.1.1",),
    wcag=("1.1.1",),
    act=("qt1vmo",),
    on="img, canvas, svg",
    says={
        "differs": Text(
            "图片叫“{words}”，文件名却是“{file}”。请人工确认：名称说的是这张图吗？",
            "The picture is called {words!r}, its file {file!r}. Is the name about this picture?",
        ),
        "drawn": Text(
            "这张画出来的图叫“{words}”。请人工确认：名称说的是图里的东西吗？",
            "This drawing is called {words!r}. Is that what it shows?",
        ),
    },
    bad=(
        Example("<img src=w3c-logo.png alt='ERCIM logo'>", says="differs"),
        Example("<svg role=img aria-label=市徽><circle r=3 /></svg>", says="drawn"),
        Example("<canvas aria-label=柱形图></canvas>", says="drawn"),
    ),
    good=(
        Example("<img src=w3c-logo.png alt='W3C logo'>"),
        Example("<img src=W020240119.jpg alt=局长在会上讲话>"),
        Example("<img src=fireworks.png alt=''>"),
        Example("<a href=a aria-label=首页><svg role=none><circle r=3 /></svg></a>"),
    ),
    when=lambda node: (
        bool(name(node))
        and role(node) != "none"
        and is_exposed(node)
        and not is_within_svg(node)
        and not is_in_named(node)
    ),
)
def img_descriptive(picture: Node) -> Hits:
    words = name(picture)
    if picture.tag != "img":
        yield picture.ask("drawn", words=words, quote=words)
        return
    file = picture.get("src").split("?", 1)[0].rpartition("/")[2]
    meant, said = tokens(file.rpartition(".")[0]), tokens(words)
    # They have something in common, but the name says what the file does not: one of two may be the wrong picture.
    if len(meant) > 1 and meant & said and not said <= meant:
        yield picture.ask("differs", words=words, file=file, quote=words)


def tokens(text: str) -> set[str]:
    """The Latin words of a text."""
    return set(re.findall(r"[a-z][a-z0-9]+", text.lower()))


def is_in_named(node: Node) -> bool:
    """Whether the picture stands in a link or button that has a name of its own, which is then all that is heard."""
    return inside(node, NAMED)


def is_within_svg(node: Node) -> bool:
    """Whether it is part of a drawing, or a file that is one."""
    if node.parent is None:
        return True
    return node.namespace == "svg" and inside(node, "svg")
