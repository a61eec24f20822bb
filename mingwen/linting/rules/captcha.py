"""captcha: a picture to be read off has another way beside it."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node, Page
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.visibility import is_hidden
from mingwen.model import Text

CAPTCHA = re.compile(r"captcha|verify_?code|validate_?code|check_?code|rand_?code|yzm|验证码", re.IGNORECASE)


@Rule(
    id="captcha",
    name=Text("验证码要有别的办法", "A captcha has another way beside it"),
    why=Text(
        "看不清图的人过不了这一关，办不成事。",
        "Who cannot read the picture gets no further.",
    ),
    basis=("WCAG 2.2 1.1.1", "WCAG 2.2 3.3.8", "工信厅信管函〔2021〕67号 附件1 1.4.3"),
    wcag=("1.1.1",),
    on="img, iframe, canvas",
    says={
        "picture": Text(
            "这里有图形验证码。请人工确认：有语音、短信等看不见图也能用的办法吗？",
            "There is a captcha. Is there a way for who cannot see it, such as sound or a text message?",
        ),
    },
    bad=(Example("<img src=/servlet/validateCode alt=验证码>", says="picture"),),
    good=(
        Example("<img src=/servlet/validateCode alt=验证码><a href=voice>语音验证码</a>"),
        Example("<img src=/pic/1.jpg alt=活动现场>"),
    ),
    when=lambda node: not is_hidden(node),
)
def captcha(node: Node) -> Hits:
    if not any(CAPTCHA.search(node.get(each)) for each in ("src", "alt", "id", "class")):
        return
    if not node.page.once("other ways than captcha", lambda: other_ways(node.page)):
        yield node.ask("picture")


def other_ways(page: Page) -> bool:
    """Whether the page speaks of a way that needs no eyes."""
    text = page.root.text
    return any(word in text for word in ("语音", "短信验证", "audio"))
