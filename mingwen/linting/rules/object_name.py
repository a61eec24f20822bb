"""object-name: an embedded picture, sound or film has a name."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import explicit
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text

MEDIA_TYPE = re.compile(r"(image|audio|video)/", re.IGNORECASE)
MEDIA_FILE = re.compile(
    r"\.(png|jpe?g|gif|webp|svg|avif|bmp|mp3|m4a|ogg|oga|wav|flac|mp4|webm|ogv|mov)([?#].*)?$", re.IGNORECASE
)


@Rule(
    id="object-name",
    name=Text("嵌入的图像和音视频要有名字", "Embedded pictures, sounds and films have a name"),
    why=Text(
        "object 里面的内容在它正常显示时不会被念出，名字要写在它自己身上。",
        "What stands inside an object is not read while the object shows; the name must be its own.",
    ),
    basis=("WCAG 2.2 1.1.1",),
    wcag=("1.1.1",),
    act=("8fc3b6",),
    on="object[data]",
    says={
        "empty": Text(
            "object 没有名字。请写 title 或 aria-label，说明里面是什么。",
            "The object has no name. Write title or aria-label that says what it holds.",
        ),
    },
    bad=(
        Example("<object data=map.png></object>", says="empty"),
        Example("<object data='data:image/png;base64,iVBORw0KGgo='></object>", says="empty"),
        Example("<object data=map.png role=picture></object>", says="empty"),
        Example("<object data=map.png><img src=map.png alt=地图></object>", says="empty"),
    ),
    good=(
        Example("<object data=map.png title=地图></object>"),
        Example("<object data=form.html></object>"),
        Example("<object data='data:text/html,map.png'></object>"),
        Example("<object data=map.png role=img></object>"),
    ),
    when=lambda node: not explicit(node) and is_media(node) and is_exposed(node),
)
def object_name(node: Node) -> Hits:
    if not name(node):
        yield node.fail("empty")


def is_media(node: Node) -> bool:
    """By its type, else by that in a data: address, else by the ending of its file."""
    kind, data = node.get("type").strip(), node.get("data").strip()
    if not kind and data[:5].lower() == "data:":
        kind = data[5:]
    return bool(MEDIA_TYPE.match(kind) if kind else MEDIA_FILE.search(data))
