"""qr-only: what a QR code leads to can be reached without a camera."""

from __future__ import annotations

import re
from itertools import islice

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_visible
from mingwen.model import Text

CODE = re.compile(r"qr_?code|erweima|(^|[^a-z])ewm([^a-z]|$)|二维码|扫一扫|扫码", re.IGNORECASE)


@Rule(
    id="qr-only",
    name=Text("二维码旁边要有链接", "A QR code has a link beside it"),
    why=Text(
        "正用手机看网页的人扫不了自己的屏幕；看不见的人对不准。",
        "Nobody can scan the screen of the phone in their hand, and who cannot see cannot aim.",
    ),
    basis=("WCAG 2.2 1.1.1",),
    level="advice",
    on="img",
    says={
        "alone": Text(
            "这里只有二维码。请人工确认：同样的内容旁边有链接或账号名称吗？",
            "There is a QR code only. Is there a link to the same, or the name of the account, beside it?",
        ),
    },
    bad=(Example("<div><img src=qrcode.png alt=微信公众号二维码></div>", says="alone"),),
    good=(
        Example("<div><img src=qrcode.png alt=微信公众号二维码><a href=a.html>打开公众号</a></div>"),
        Example("<a href=a.html><img src=qrcode.png alt=打开公众号></a>"),
        Example("<img src=a.png alt=会议现场>"),
    ),
    when=lambda image: (
        is_visible(image) and any(CODE.search(image.get(each)) for each in ("src", "alt", "title", "class"))
    ),
)
def qr_only(image: Node) -> Hits:
    near = next(
        (above for above in islice(image.ancestors, 3) if above.tag in {"p", "li", "div", "figure", "td", "a"}), None
    )
    if near is None or (not (near.tag == "a" and "href" in near.attributes) and not near.has("a[href]")):
        yield image.ask("alone")
