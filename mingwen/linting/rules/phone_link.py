"""phone-link: a phone number can be rung with one touch."""

from __future__ import annotations

import re

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits, Rule
from mingwen.linting.texts import latin, passages, said
from mingwen.model import Text

PHONE = re.compile(
    r"(?<![A-Za-z0-9_.-])"
    r"(0[0-9]{2,3}[-－—–][0-9]{7,8}|1[3-9][0-9]{9}|400[-－ ]?[0-9]{3}[-－ ]?[0-9]{4}|12[0-9]{3}(?=热线))"
    r"(?![A-Za-z0-9_.-])"
)
# What each number has, for a first look at the ASCII characters alone.
MANY = re.compile("[0-9](?:[- ]?[0-9]){9}")
# What is left of PHONE, to look at single passages: it begins with one sign, which regular expressions find quickly.
DIGITS = re.compile(r"[0-9](?:[0-9]{4}|[-－—– ][0-9])")


@Rule(
    id="phone-link",
    name=Text("电话号码要能一点就拨", "A phone number can be rung with one touch"),
    why=Text(
        "手机上看到电话，老人要一边记一边拨，容易按错。",
        "On a phone, a number that cannot be touched must be remembered and typed, and is often mistyped.",
    ),
    basis=("RFC 3966 3",),
    level="advice",
    on="body",
    says={
        "plain": Text(
            '有 {count} 处电话号码没有做成链接，如 {number}。请写成 <a href="tel:{digits}">{number}</a>，'
            "稿件里写 [{number}](tel:{digits})。",
            "{count} phone numbers are no links, such as {number}. Write "
            '<a href="tel:{digits}">{number}</a>, or in a manuscript [{number}](tel:{digits}).',
        ),
    },
    bad=(
        Example("<meta name=viewport content='width=device-width'><p>咨询电话：0760-00000000", says="plain"),
        Example("<meta name=viewport content='width=device-width'><p>联系人张三，手机13800138000。", says="plain"),
    ),
    good=(
        Example(
            "<meta name=viewport content='width=device-width'><p>电话：<a href=tel:0760-00000000>0760-00000000</a>"
        ),
        Example("<p>咨询电话：0760-00000000"),
        Example(
            "<meta name=viewport content='width=device-width'><p>编号 110105199001011234，GZ0320190148，0000000000"
        ),
    ),
)
def phone_link(body: Node) -> Hits:
    if not body.page.select("meta[name=viewport i]") or not (MANY.search(latin(body)) or "热线" in said(body)):
        return
    linked = {digits(link.get("href")) for link in body.page.select("a[href^='tel:' i]")}
    found = [
        (passage, match[0])
        for passage in passages(body)
        if DIGITS.search(passage.text)
        for match in PHONE.finditer(passage.text)
        if passage.is_plain and not any(digits(match[0]) in each for each in linked)
    ]
    if found:
        passage, number = found[0]
        yield passage.node.fail("plain", count=len(found), number=number, digits=digits(number), quote=passage.text)


def digits(text: str) -> str:
    """What is left of a number when it is dialled."""
    return re.sub(r"\D", "", text)
