"""Arabic figures → Chinese words, as they are said: 1 024 → 一千零二十四, 12.5% → 百分之十二点五."""

from __future__ import annotations

import re
from functools import lru_cache

DIGITS = "零一二三四五六七八九"
# Telephone numbers and the like say 幺 for 1, which cannot be misheard as 七.
CLEAR = "零幺二三四五六七八九"
PLACES = ("", "十", "百", "千")
GROUPS = ("", "万", "亿", "万亿")
#: Figures longer than this are codes, not quantities.
LONGEST = 16

GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[,，\u00a0\u2009\u202f ]\d{3})+(?![\d,，])")
FIGURE = r"\d+(?:\.\d+)?"
SHARE = re.compile(rf"((?<![0-9A-Za-z）)])[-−－])?({FIGURE})\s*([%％‰])")
FRACTION = re.compile(r"(?<![\d/.-])([1-9]\d?)/([1-9]\d?)(?![\d/])")
RATIO = re.compile(rf"(?<![\d:：.])({FIGURE})\s*[:：∶]\s*({FIGURE})(?![\d:：])")
DASH = re.compile("[-−–—－~～至]")
RANGE = re.compile(rf"(?<![\d.])({FIGURE})\s*([%％‰]?)\s*(?:[-−–—－~～至]|——)\s*({FIGURE})(?![\d.]*[-−–—－]\d)")
NEGATIVE = re.compile(rf"(?<![\w）)])[-−－]({FIGURE})")
PAIR = re.compile(
    r"(?<![\d.第])2(?=\s?[个件名人次项条家份宗户所座张期批类种天年处位台辆场间部倍篇起支]|个|小时|周|公里|万|千|亿)"
)
PLAIN = re.compile(FIGURE)
CIRCLED = re.compile("[①-⑳]")


def spelt(digits: str, names: str = DIGITS) -> str:
    """Digit by digit: 2024 → 二零二四."""
    return "".join(names[int(digit)] for digit in digits if digit in "0123456789")


@lru_cache(maxsize=1024)
def cardinal(digits: str) -> str:
    """A whole number of up to 16 digits; longer ones and those with leading zeros digit by digit."""
    if len(digits) > LONGEST or (len(digits) > 1 and digits[0] == "0"):
        return spelt(digits)
    groups = [digits[max(0, end - 4) : end] for end in range(len(digits), 0, -4)]
    words, gap = "", False
    for power in reversed(range(len(groups))):
        group = groups[power]
        if int(group) == 0:
            gap = True
            continue
        said = _group(group)
        if words and (gap or group[0] == "0"):
            said = "零" + said
        # 两千, 两万, 两亿 are how people say them; 二十 and 二百 stay.
        if said.startswith("二千") or (said == "二" and power):
            said = "两" + said[1:]
        words, gap = words + said + GROUPS[power], False
    return words.removeprefix("一") if words.startswith("一十") else words or "零"


def _group(digits: str) -> str:
    """Up to four digits: 1024 → 一千零二十四."""
    digits = digits.lstrip("0")
    words, gap = "", False
    for at, digit in enumerate(digits):
        if digit == "0":
            gap = True
            continue
        words += ("零" if gap else "") + DIGITS[int(digit)] + PLACES[len(digits) - at - 1]
        gap = False
    return words


def figure(digits: str) -> str:
    """A number with or without decimals."""
    whole, point, rest = digits.partition(".")
    return cardinal(whole) + (f"点{spelt(rest)}" if point else "")


def ungrouped(text: str) -> str:
    """1 024 and 1,024 without what parts their thousands."""
    return GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), text)


def ranges(text: str) -> str:
    """3-5 → 3至5, 10%-20% → 10%至20%; numbers stay figures."""
    return RANGE.sub(lambda found: f"{found[1]}{found[2]}至{found[3]}", text) if DASH.search(text) else text


def shares(text: str) -> str:
    """12.5% → 百分之十二点五."""

    def said(found: re.Match[str]) -> str:
        return f"{'负' if found[1] else ''}{'千' if found[3] == '‰' else '百'}分之{figure(found[2])}"

    return SHARE.sub(said, text) if "%" in text or "％" in text or "‰" in text else text


def parts(text: str) -> str:
    """1/3 → 三分之一, 3:1 → 三比一."""
    if "/" in text:
        text = FRACTION.sub(lambda found: f"{cardinal(found[2])}分之{cardinal(found[1])}", text)
    if ":" in text or "：" in text or "∶" in text:
        text = RATIO.sub(lambda found: f"{figure(found[1])}比{figure(found[2])}", text)
    return text


def rest(text: str) -> str:
    """Every figure that is still there."""
    if DASH.search(text):
        text = NEGATIVE.sub(lambda found: f"负{figure(found[1])}", text)
    if "2" in text:
        text = PAIR.sub("两", text)
    return PLAIN.sub(lambda found: figure(found[0]), circled(text))


def circled(text: str) -> str:
    """① → 一，."""
    return CIRCLED.sub(lambda found: cardinal(str(ord(found[0]) - ord("①") + 1)) + "，", text)
