"""What is no quantity though it holds figures: 文号, telephone numbers, addresses of the web, codes, clause numbers."""

from __future__ import annotations

import re

from mingwen.speaking.numbers import CLEAR, DIGITS, cardinal, spelt

NUMBER = re.compile(r"[〔\[［【(（]((?:19|20)\d{2})[〕\]］】)）]\s*(?:第\s*)?(\d+)\s*号")
SITE = re.compile(r"(?:https?://|ftp://|(?<![A-Za-z0-9.@])www\.)[A-Za-z0-9%_./?#&=:;,~+@!$'*-]*[A-Za-z0-9/]")
MAIL = re.compile(r"(?<![A-Za-z0-9._-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
LAND_LINE = r"(?:[（(]0\d{2,3}[）)]\s*|0\d{2,3}[-—－ ])\d{7,8}(?:[-—－转]\d{1,6})?"
MOBILE = r"1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4}"
SERVICE = r"[48]00[-—－ ]?\d{3}[-—－ ]?\d{4}"
HOT_LINE = r"12[123]\d{2}|955\d{2}|96\d{3,4}"
PHONE = re.compile(rf"(?<![\d.])(?:{LAND_LINE}|{MOBILE}|{SERVICE})(?![\d.]\d)")
SHORT = re.compile(rf"(?<![\d.])(?:{HOT_LINE})(?=\s*(?:[公热电平服])|[，。；、）)\0]|$)")
CALLED = re.compile(
    r"((?:电话|热线|拨打|致电|号码|传真|手机)[为是：:]?\s*)(\d[\d-]{2,19})(?![\d.:：/个件名人次年月日万亿%])"
)
CODE = re.compile(r"(?<![\d.])(?:0\d+|\d{9,})(?![\d.]\d|\s?[元人次件个万亿%])")
STANDARD = re.compile(r"\b([A-Z]{2,4}(?:/[TZ])?)\s?(\d{2,6}(?:\.\d+)?)(?:\s?[-—–]\s?((?:19|20)\d{2}))?(?!\d)")
# Without two capitals there is no standard, without four figures in a row no telephone number.
CAPITALS, FOUR = re.compile("[A-Z]{2}"), re.compile(r"\d{4}")
CASE = re.compile(r"[（(]((?:19|20)\d{2})[）)]([一-鿿]{1,2})(\d*)([一-鿿]{2,4})(\d+)号")
CLAUSE = re.compile(
    r"^\s*(?:[（(]([一二三四五六七八九十百]+)[）)]|([一二三四五六七八九十百]+)、|[（(](\d{1,3})[）)]"
    r"|(\d{1,2}(?:\.\d{1,2}){0,3})[.．、](?!\d)|(\d{1,2}(?:\.\d{1,2}){2,3})\s|(\d{1,2})[)）])\s*"
)
INNER = re.compile(r"[（(]([一二三四五六七八九十]+)[）)](?=[一-鿿])")
LETTERS = {"-": " 杠 ", "_": " 下划线 ", ".": " 点 ", "@": " 艾特 ", "/": " 斜杠 "}


def clause(text: str) -> str:
    """The number that a paragraph begins with, with a pause: （一）把关 → 一，把关."""

    def said(found: re.Match[str]) -> str:
        chinese = found[1] or found[2]
        return f"{chinese or '点'.join(map(cardinal, (found[3] or found[4] or found[5] or found[6]).split('.')))}，"

    return INNER.sub(lambda found: f"{found[1]}，", CLAUSE.sub(said, text, count=1))


def codes(text: str) -> str:
    """文号, case numbers, standards, addresses and telephone numbers, digit by digit or in words."""
    text = addresses(text)
    text = NUMBER.sub(lambda found: f"，{spelt(found[1])}，{cardinal(found[2])}号", text)
    text = CASE.sub(
        lambda found: f"{spelt(found[1])}，{found[2]}{spelt(found[3])}{found[4]}{cardinal(found[5])}号", text
    )
    if CAPITALS.search(text):
        text = STANDARD.sub(lambda found: standard(found[1], found[2], found[3] or ""), text)
    if FOUR.search(text):
        text = PHONE.sub(lambda found: phone(found[0]), text)
        text = SHORT.sub(lambda found: phone(found[0]), text)
    return CALLED.sub(lambda found: found[1] + phone(found[2]), text)


def addresses(text: str) -> str:
    """Addresses of the web and of mail, in letters."""
    if "://" in text or "www." in text:
        text = SITE.sub(lambda found: site(found[0]), text)
    return MAIL.sub(lambda found: f" {letters(found[0])} ", text) if "@" in text else text


def long(text: str) -> str:
    """Figures too long for a quantity, or with leading zeros, digit by digit. After dates and times."""
    return CODE.sub(lambda found: spelt(found[0], DIGITS), text)


def standard(body: str, number: str, year: str) -> str:
    """GB/T 9704-2012 → GB T 九七零四，二零一二."""
    said = f"{body.replace('/', ' ')} {'点'.join(map(spelt, number.split('.')))}"
    return f"{said}，{spelt(year)}" if year else said


def phone(number: str) -> str:
    """Digit by digit with 幺 for 1; a pause where a hyphen or bracket parts it, and 转 kept."""
    parts = re.split(r"([^\d]+)", number)
    said = "".join(
        spelt(part, CLEAR) if part.isdecimal() else ("转" if "转" in part else "，") for part in parts if part
    )
    return said.strip("，")


def site(address: str) -> str:
    """The host of a web address in letters; of what follows only that there is more."""
    host, _, rest = address.split("://")[-1].partition("/")
    more = "，后面的部分请看网页" if rest.strip("/") else ""
    return f" {letters(host)}{more} "


def letters(address: str) -> str:
    """sfj@example.gov.cn → sfj 艾特 example 点 gov 点 cn; figures digit by digit."""
    words = "".join(LETTERS.get(letter, letter) for letter in address)
    return re.sub(r"\d+", lambda found: spelt(found[0], CLEAR), words)
