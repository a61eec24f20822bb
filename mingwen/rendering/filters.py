"""What templates may do to values: dates, sizes, addresses. Every one is a plain function with a sample."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from urllib.parse import quote

from mingwen.model import Heading

#: 北京时间; mainland China has one time zone and no summer time.
BEIJING = dt.timezone(dt.timedelta(hours=8))

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: Han characters a minute at an unhurried pace, as the reading-mode design sets it for 长者版.
PACE = 300


def clock(moment: dt.datetime) -> str:
    """2024-01-19 09:00, the form of the PubDate meta tag (政府网站发展指引)."""
    return moment.strftime("%Y-%m-%d %H:%M")


def shown(moment: dt.datetime) -> str:
    """2024-01-19 09:00, or the day alone at 00:00: that is what a manuscript without a time of day has."""
    return clock(moment) if moment.time() != dt.time() else day(moment)


def day(moment: dt.date) -> str:
    """2024-01-19."""
    return moment.strftime("%Y-%m-%d")


def daywords(moment: dt.date, lang: str = "zh") -> str:
    """2024年1月19日 without padding (GB/T 9704), or 19 January 2024."""
    if lang.startswith("zh"):
        return f"{moment.year}年{moment.month}月{moment.day}日"
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def iso(moment: dt.date | dt.datetime) -> str:
    """2024-01-19T09:00:00+08:00 for a moment, 2024-01-19 for a day."""
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    return (moment if moment.tzinfo else moment.replace(tzinfo=BEIJING)).isoformat(timespec="seconds")


def size(octets: int) -> str:
    """1 KB is 1024 bytes; never less than 1 KB for a file that holds anything: 12 KB, 3.4 MB, in one piece."""
    if octets < 1024 * 1024:
        return f"{-(-octets // 1024)}\u00a0KB"
    unit, steps = ("MB", 2) if octets < 1024**3 else ("GB", 3)
    return f"{octets / 1024**steps:.1f}\u00a0{unit}"


def minutes(characters: int) -> int:
    """How long reading takes, in whole minutes, at least 1."""
    return max(1, round(characters / PACE))


def tel(phone: str) -> str:
    """The number alone, for a tel: link: 0760-00000000 转 8 → 0760-00000000."""
    kept = []
    for character in phone.strip():
        if character not in "+0123456789-()（） ":
            break
        kept.append(character if character in "+0123456789-" else "")
    return "".join(kept).strip("-")


def digits(text: str) -> str:
    """The Arabic digits alone: 京公网安备 11010002000001号 → 11010002000001."""
    return "".join(character for character in text if character in "0123456789")


def escaped(text: str) -> str:
    """Percent-encoded whole, for the parts of a mailto: link."""
    return quote(text, safe="")


def clip(text: str, length: int = 200) -> str:
    """At most `length` characters, the last of them … where something was cut off."""
    return text if len(text) <= length else text[: length - 1] + "…"


def outline(headings: Sequence[Heading]) -> tuple[tuple[Heading, tuple[Heading, ...]], ...]:
    """The two upper levels of headings: each of the top level with those one level below it."""
    top = min((heading.level for heading in headings), default=0)
    parts: list[tuple[Heading, list[Heading]]] = []
    for heading in headings:
        if heading.level == top:
            parts.append((heading, []))
        elif heading.level == top + 1 and parts:
            parts[-1][1].append(heading)
    return tuple((heading, tuple(below)) for heading, below in parts)


def numbered(heading: Heading) -> str:
    """The heading as it is read: （一）把关, 1. 学法."""
    gap = " " if heading.number.endswith(".") else ""
    return f"{heading.number}{gap}{heading.text}"


def window(number: int, total: int) -> tuple[int, ...]:
    """Which page numbers a pager shows: first, last and the neighbours of `number`; 0 stands for a gap.

    >>> window(6, 20)
    (1, 0, 5, 6, 7, 0, 20)
    """
    shown = [n for n in range(1, total + 1) if n in (1, total) or abs(n - number) <= 1]
    numbers: list[int] = []
    for n in shown:
        if numbers and n - numbers[-1] == 2:
            numbers.append(n - 1)
        elif numbers and n - numbers[-1] > 2:
            numbers.append(0)
        numbers.append(n)
    return tuple(numbers)


FILTERS = {
    "clock": clock,
    "shown": shown,
    "day": day,
    "daywords": daywords,
    "iso": iso,
    "size": size,
    "minutes": minutes,
    "tel": tel,
    "digits": digits,
    "escaped": escaped,
    "clip": clip,
    "outline": outline,
    "numbered": numbered,
    "window": window,
}
