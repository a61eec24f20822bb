"""contact-address: links to telephone and mail can be used."""

from __future__ import annotations

import re
from urllib.parse import unquote

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.model import Text

TEL = re.compile(r"tel:\+?[\d\-.() ]+([;,p][\w=.\-,;]*)?", re.IGNORECASE)
MAIL = re.compile(r"mailto:([^\s@?]+@[^\s@?]+\.[^\s@?,]+)?(,[^\s@?]+@[^\s@?]+)*(\?.*)?", re.IGNORECASE | re.DOTALL)


@Rule(
    id="contact-address",
    name=Text("电话、邮件链接要写对", "Links to telephone and mail can be used"),
    why=Text(
        "网址里混进汉字或全角符号，点了拨不出、发不了。",
        "With words or full-width signs in the address, nothing is dialled or sent.",
    ),
    basis=("RFC 3966 3", "RFC 6068 2"),
    level="advice",
    on="a[href]",
    says={
        "tel": Text(
            "拨号链接写成“{href}”，拨不出去。冒号后面只写数字、加号和连字符。",
            "{href!r} cannot be dialled. After the colon write only digits, a plus sign and hyphens.",
        ),
        "mail": Text(
            "邮件链接写成“{href}”，发不出去。请写 mailto: 加完整的邮箱地址。",
            "{href!r} is no address. Write mailto: and the whole address.",
        ),
    },
    bad=(
        Example("<a href='tel:0760－00000000转8'>电话</a>", says="tel"),
        Example("<a href=mailto:sfj>邮箱</a>", says="mail"),
    ),
    good=(
        Example("<a href=tel:+86-760-00000000>电话</a>"),
        Example("<a href='mailto:?subject=%E5%B9%B4%E6%8A%A5&amp;body=%E7%94%B2%0A%E4%B9%99'>用邮件分享</a>"),
        Example("<a href='mailto:sfj@example.gov.cn?subject=%E5%92%A8%E8%AF%A2'>邮箱</a>"),
    ),
    when=lambda link: link.get("href").strip().lower().startswith(("tel:", "mailto:")),
)
def contact_address(link: Node) -> Hits:
    href = link.get("href").strip()
    if href.lower().startswith("tel:"):
        if not TEL.fullmatch(unquote(href)):
            yield link.fail("tel", href=href)
    elif not MAIL.fullmatch(unquote(href)):
        yield link.fail("mail", href=href)
