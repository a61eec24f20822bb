"""Days and times of day as they are said: 2024-01-19 09:05 → 二零二四年一月十九日九点零五分."""

from __future__ import annotations

import re

from mingwen.speaking.numbers import cardinal, spelt

YEAR = r"(?:18|19|20|21)\d{2}"
MONTH = r"(?:1[0-2]|0?[1-9])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
TO = r"\s*(?:[-−–—－~～至]|——)\s*"
WRITTEN = re.compile(rf"(?<![\d.])({YEAR})([-/.])({MONTH})\2({DAY})(?![\d.]|[-/]\d)")
CHINESE = re.compile(rf"(?:(?<!\d)({YEAR})\s*年\s*)?(?<!\d)({MONTH})\s*月(?:\s*({DAY})\s*日)?")
YEARS = re.compile(rf"(?<![\d.])({YEAR})\s*(年?){TO}({YEAR})\s*(?=年|学年|财年)")
ONE_YEAR = re.compile(rf"(?<![\d.])({YEAR})\s*(?=年|学年|财年)")
BRACKETED = re.compile(rf"(?<=[（(])({YEAR})(?=[）)])")
DAYS = re.compile(rf"(?<![\d.])({DAY})(日?){TO}({DAY})\s*日")
BETWEEN_DAYS = re.compile(rf"(?<=[年月日]){TO}(?=\d)")
CLOCK = r"([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?"
TIME = re.compile(rf"(?<![\d:：.]){CLOCK}(?![\d:：])")
BETWEEN_TIMES = re.compile(rf"(?<=\d[:：]\d\d){TO}(?=\d{{1,2}}[:：]\d\d)")


def dates(text: str) -> str:
    """Every date and year, in figures or with 年月日."""
    if "年" in text or "月" in text or "日" in text:
        text = BETWEEN_DAYS.sub("至", text)
    if "年" in text:
        text = YEARS.sub(lambda found: f"{spelt(found[1])}{found[2]}至{spelt(found[3])}", text)
    if "-" in text or "/" in text or "." in text:
        text = WRITTEN.sub(lambda found: day(found[1], found[3], found[4]), text)
    if "日" in text:
        text = DAYS.sub(lambda found: f"{cardinal(_bare(found[1]))}{found[2]}至{cardinal(_bare(found[3]))}日", text)
    if "月" in text:
        text = CHINESE.sub(lambda found: day(found[1] or "", found[2], found[3] or ""), text)
    if "（" in text or "(" in text:
        text = BRACKETED.sub(lambda found: spelt(found[1]), text)
    return ONE_YEAR.sub(lambda found: spelt(found[1]), text) if "年" in text else text


def day(year: str, month: str, of_month: str) -> str:
    """A day or a month, with a year or without: 二零二四年一月十九日."""
    said = f"{spelt(year)}年" if year else ""
    said += f"{cardinal(_bare(month))}月"
    return said + (f"{cardinal(_bare(of_month))}日" if of_month else "")


def times(text: str) -> str:
    """Every time of day: 8:30—12:00 → 八点三十分至十二点."""
    if ":" not in text and "：" not in text:
        return text
    text = BETWEEN_TIMES.sub("至", text)
    return TIME.sub(lambda found: clock(found[1], found[2], found[3] or ""), text)


def clock(hour: str, minute: str, second: str = "") -> str:
    """九点, 九点零五分, 九点三十分二十秒."""
    said = f"{cardinal(_bare(hour))}点".replace("二点", "两点") if _bare(hour) == "2" else f"{cardinal(_bare(hour))}点"
    if minute != "00" or second:
        said += f"{'零' if minute[0] == '0' else ''}{cardinal(_bare(minute)) if minute != '00' else ''}分"
    return said + (f"{cardinal(_bare(second))}秒" if second else "")


def _bare(digits: str) -> str:
    """Without leading zeros: 09 → 9, 00 → 0."""
    return digits.lstrip("0") or "0"
