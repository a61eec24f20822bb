"""img-alt: a picture has a text alternative, or is marked as decoration."""

from __future__ import annotations

from mingwen.linting.ancestry import inside
from mingwen.linting.dom import Node
from mingwen.linting.names import name
from mingwen.linting.roles import is_in_picture, role
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_exposed
from mingwen.model import Text


@Rule(
    id="img-alt",
    name=Text("图片要有替代文字", "A picture has a text alternative"),
    why=Text(
        "看不见图片的人只听得到替代文字；没有它，读屏软件会念文件名。",
        "Whoever cannot see the picture hears its alternative; without one, screen readers say the file name.",
    ),
    basis=("WCAG 2.2 1.1.1",),
    wcag=("1.1.1",),
    act=("23a2a8",),
    on="img, [role]",
    says={
        "missing": Text(
            '图片没有 alt。请写出图片说了什么；只是装饰，请写 alt=""。',
            'The picture has no alt. Say what it shows, or write alt="" if it is decoration.',
        ),
        "no-source": Text(
            "图片没有 src，也没有 alt，要等脚本放进来。请人工确认：脚本会同时写上 alt 吗？",
            "The picture has neither src nor alt and waits for a script. Does the script write the alt as well?",
        ),
        "empty": Text(
            "这个图片要有名字，现在是空的。请写出它说了什么，或去掉让它露面的 role、tabindex 等。",
            "This picture is exposed but has an empty name. Say what it shows, or remove what exposes it.",
        ),
    },
    bad=(
        Example("<img src=seal.png>", says="missing"),
        Example("<img data-src=seal.png>", says="missing"),
        Example("<img id=enlarged>", says="no-source"),
        Example("<div role=img></div>", says="empty"),
        Example("<img src=seal.png alt='' tabindex=0>", says="empty"),
    ),
    good=(
        Example('<img src=seal.png alt="样例市司法局印章">'),
        Example('<img src=line.png alt="">'),
        Example("<img src=a.png role=presentation>"),
        Example("<img src=a.png aria-hidden=true>"),
        Example("<div role=img aria-label=三星><img src=a.png><img src=a.png><img src=a.png></div>"),
        Example("<video controls><img src=seal.png></video>"),
    ),
    when=lambda node: (
        node.namespace != "svg"
        and (node.tag == "img" or role(node) == "img")
        and is_exposed(node)
        and not is_in_picture(node)
    ),
)
def img_alt(image: Node) -> Hits:
    if role(image) != "img" or name(image):
        return
    # What stands in an object is shown only where its own data is not.
    hit = image.ask if inside(image, "object[data]") else image.fail
    if "alt" in image.attributes or image.tag != "img":
        yield hit("empty")
    elif has_source(image):
        yield hit("missing")
    else:
        yield image.ask("no-source")


def has_source(image: Node) -> bool:
    """Whether the page says which picture it is: in src or srcset, or in an attribute for a script that loads it."""
    parent = image.parent
    return (parent is not None and parent.tag == "picture") or any(
        value.strip() and (key in {"src", "srcset"} or key.startswith("data-") or key.endswith("src"))
        for key, value in image.attributes.items()
    )
