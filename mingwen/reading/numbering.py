"""Official numbering, 一、（一）1.（1）: reading a typed number, and what a sequence of them gets wrong.

GB/T 9704-2012, 7.3.3. Numbers are words of the author: nothing is renumbered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from mingwen.model import Text

DIGITS = "零一二三四五六七八九"
HAN = "[一二三四五六七八九十百]{1,5}"
PATTERNS = (
    re.compile(rf"(?P<open>)(?P<value>{HAN})(?P<close>)(?P<stop>、)"),
    re.compile(rf"(?P<open>[（(])(?P<value>{HAN})(?P<close>[）)])(?P<stop>[、.．]?)"),
    re.compile(r"(?P<open>)(?P<value>[0-9]{1,3})(?P<close>)(?P<stop>[.．、])(?![0-9])"),
    re.compile(r"(?P<open>[（(])(?P<value>[0-9]{1,3})(?P<close>[）)])(?P<stop>[、.．]?)"),
)
FORMS = ("{0}、", "（{0}）", "{0}.", "（{0}）")


@dataclass(frozen=True, slots=True)
class Number:
    """`depth` is 0 for 一、 to 3 for （1）; `right` is the form the norm wants, equal to `typed` where it is right."""

    depth: int
    value: int
    typed: str
    right: str


def number(text: str) -> Number | None:
    """The official number that a text begins with."""
    for depth, pattern in enumerate(PATTERNS):
        found = pattern.match(text)
        if found:
            typed = _number(depth, found[0], found["value"])
            if typed:
                return typed
    return None


@lru_cache(maxsize=1024)
def _number(depth: int, typed: str, digits: str) -> Number | None:
    """A typed number of a form; None where its characters make no number. The same few stand in all documents."""
    value = _value(digits)
    if not value:
        return None
    right = FORMS[depth].format(digits)
    meant = typed.replace("．", ".") if depth == 2 else typed
    return Number(depth, value, typed, typed if meant == right else right)


def _value(typed: str) -> int:
    """1–999, or 0 where the characters make no number."""
    if typed.isascii():
        return int(typed)
    hundreds, _, rest = typed.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    parts = (hundreds, tens, ones)
    if any(part not in DIGITS or len(part) > 1 for part in parts):
        return 0
    return (
        100 * DIGITS.find(hundreds or "零" if "百" not in typed else hundreds or "一")
        + 10 * (DIGITS.find(tens or "一") if ten else 0)
        + (DIGITS.find(ones) if ones else 0)
    )


@dataclass
class Sequence:
    """The numbers so far on each level; says what is odd about the next one, and gives its path."""

    values: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    top: int = 3

    def step(self, here: Number) -> Text | None:
        """Take the next number; the sentence that says what is wrong with it, or None."""
        before, first = self.values[here.depth], not any(self.values)
        inverted = not first and here.depth < self.top
        self.top = min(self.top, here.depth)
        self.values[here.depth] = here.value
        self.values[here.depth + 1 :] = [0] * (3 - here.depth)
        if here.value == before:
            return Text(f"序号“{here.typed}”重复了", f"The number {here.typed} is repeated")
        if here.value != before + 1:
            right = FORMS[here.depth].format(chinese(before + 1) if here.depth < 2 else before + 1)
            zh, en = f"序号“{here.typed}”接不上，这里应是“{right}”", f"{here.typed} does not follow; {right} was due"
            return Text(zh, en)
        if inverted:
            zh = f"“{here.typed}”出现在下级序号之后，层次颠倒了；顺序是 一、（一）1.（1）"
            return Text(zh, f"{here.typed} comes after numbers below it; the order is 一、（一）1.（1）")
        return None

    @property
    def path(self) -> str:
        deepest = max((depth for depth, value in enumerate(self.values) if value), default=-1)
        return "-".join(str(value) for value in self.values[: deepest + 1])


def chinese(value: int) -> str:
    """1–99 in characters: 21 → 二十一."""
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones or not tens else "")
