"""qr-only: what a QR code leads to can be reached without a camera."""

from __future__ import annotations

import re
from itertools import islice

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_visible
from mingwen.model import Text

CODE = re.compile(r"qr_?code|erweima|(^|[^a-z])ewm([^a-z]|$)|二维码|扫一扫|扫码", re.IGNORECASE)
# What is said of any code; whatever else stands beside one names what it leads to.
SAID_OF_ALL = re.compile(
    r"扫一扫|扫码|扫描|二维码|关注|添加|下载|打开|浏览|查看|访问|长按|识别|分享|更多|点击|手机|移动|微信|微博|公众号|小程序|视频号|抖音"
    r"|客户端|应用|官方|版|端|欢迎|请|我们|本站|网站|[的在到上用把或和及]|\W|_|\d|qr|code|scan|app|wechat|weixin|follow|download|us|me|the|to",
    re.IGNORECASE,
)
# A code of the page itself is for those who read it on another screen.
THIS_PAGE = re.compile("当前页|本页|this page", re.IGNORECASE)
# What holds a code together with what is said of it.
HOLDERS = frozenset({"p", "li", "div", "figure", "td", "a", "dl"})
LAST = frozenset({"p", "li", "figure", "td", "dl", "body"})
LINKS = "a[href]:not([href=''], [href^='#'], [href^='javascript:' i])"
LEVELS = 4
# A box of more elements is no longer beside the code.
MANY = 60


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
    bad=(
        Example("<div><img src=qrcode.png alt=微信公众号二维码></div>", says="alone"),
        Example("<ul><li><a href=#>手机版</a><div><img src=ewm.png alt=''>扫一扫，关注手机版</div></ul>", says="alone"),
    ),
    good=(
        Example("<div><img src=qrcode.png alt=微信公众号二维码><a href=a.html>打开公众号</a></div>"),
        Example("<a href=a.html><img src=qrcode.png alt=打开公众号></a>"),
        Example("<img src=a.png alt=会议现场>"),
        Example("<ul><li><img src=ewm_wb.jpg alt=''>样例发布微博<li>首页</ul>"),
        Example("<ul><li><a href=javascript:; title=样例通></a><div><div><img src=qrcode.png alt=''></div></div></ul>"),
        Example("<div><img src=qrcode.png alt=''><span>扫一扫在手机打开当前页</span></div>"),
    ),
    when=lambda image: (
        is_visible(image) and any(CODE.search(image.get(each)) for each in ("src", "alt", "title", "class"))
    ),
)
def qr_only(image: Node) -> Hits:
    around = beside(image)
    if not any(each.matches(LINKS) or each.has(LINKS) for each in around):
        words = words_of(around[-1], image) if around else ""
        if not THIS_PAGE.search(words) and len(SAID_OF_ALL.sub("", words)) <= 1:
            yield image.ask("alone")


def beside(image: Node) -> list[Node]:
    """The boxes around a code: out to the first that says anything, and not beyond the item or cell it stands in."""
    found: list[Node] = []
    for above in islice(image.ancestors, LEVELS):
        if above.page.ends[above.index] - above.index > MANY:
            break
        if above.tag in HOLDERS:
            found.append(above)
            if words_of(above, image):
                break
        if above.tag in LAST:
            break
    return found


def words_of(box: Node, image: Node) -> str:
    """The words in a box, titles of other elements among them."""
    return " ".join([box.text, *(each.get("title") for each in box.all("[title]") if each is not image)]).strip()
