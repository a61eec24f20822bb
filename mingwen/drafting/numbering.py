"""Official numbering 一、（一）1.（1）in plain text: what is a heading, and what is one mistyped.

The levels follow GB/T 9704—2012: 一、 is an h2, （一） h3, 1. h4, （1） h5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "〇零一二三四五六七八九十百"
_FORMS = (
    (2, re.compile(rf"[{_HAN}]+、(?![{_HAN}]+、)")),
    (2, re.compile(rf"第[{_HAN}]+[章编](?=\s)")),
    (3, re.compile(rf"[（(][{_HAN}]+[）)]、?")),
    (3, re.compile(rf"第[{_HAN}]+节(?=\s)")),
    (4, re.compile(r"\d{1,2}(?:[.．](?!\d)|、)")),
    (5, re.compile(r"[（(]\d{1,2}[）)]")),
)
# How long, in characters, a heading may be before it is rather a paragraph.
_LONGEST = {2: 50, 3: 50, 4: 30, 5: 30}
_PAIRS = ("（）", "()", "“”", "‘’", "《》", "〈〉", "【】", "〔〕", "[]")

_NO_CLOSING = re.compile(rf"[（(]([{_HAN}]+|\d{{1,2}})(?![{_HAN}\d年月日时点分%％、，,.．）)])")
_NO_OPENING = re.compile(rf"([{_HAN}]+)[）)]")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: its level 2–5 and the number as typed."""

    level: int
    number: str


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading and what follows it on the same line ("" where it stands alone)."""

    level: int
    head: str
    rest: str


def numbered(text: str) -> Numbered | None:
    """The number at the start of a line, or None."""
    for level, form in _FORMS:
        if (found := form.match(text)) and len(text) > found.end():
            return Numbered(level, found.group())
    return None


def headed(text: str, following: str) -> Headed | None:
    """The heading in a numbered line, or None where the line is rather a paragraph or an item of a list.

    `following` is the next line, "" at the end. A heading is short, is one phrase, and has something below it:
    “1.申请表” before “2.身份证” is an item. A whole sentence behind 1. or （1） is a paragraph.
    In “（一）健全体系。深入实施……” it ends at the first 。
    """
    number = numbered(text)
    if number is None or is_sentence(text):
        return None
    end = text.find("。") + 1
    head, rest = (text[:end], text[end:].strip()) if end else (text, "")
    phrase = head.removesuffix("。")[len(number.number) :].strip()
    if (
        not phrase
        or len(head) > _LONGEST[number.level]
        or re.search(r"[；;！？!?]|[：:].", phrase)
        or not balanced(head)
    ):
        return None
    if rest:
        return Headed(number.level, head, rest)
    sibling = numbered(following)
    alone = sibling is not None and sibling.level <= number.level
    if (end or number.level >= 4) and (alone or not following):
        return None
    if phrase[-1] in "，,、" or (end and len(phrase) > 25):
        return None
    return Headed(number.level, head, "")


def is_sentence(text: str) -> bool:
    """Whether a line numbered 1. or （1） is one whole sentence: “2.开展宪法宣誓。” may head what follows, or not."""
    number = numbered(text)
    return number is not None and number.level >= 4 and text.find("。") == len(text) - 1


def repaired(text: str) -> str | None:
    """The line with the bracket that its number lacks, “(四推进……” → “（四）推进……”, or None where none is missing.

    Only where the brackets of the line do not pair, so “(三方协议)签订后” is left alone.
    """
    opening, closing = (sum(text.count(char) for char in pair) for pair in ("（(", "）)"))
    if opening > closing and (found := _NO_CLOSING.match(text)):
        return f"（{found[1]}）{text[found.end() :]}"
    if closing > opening and (found := _NO_OPENING.match(text)):
        return f"（{found[1]}）{text[found.end() :]}"
    return None


def formal(head: str) -> str:
    """A heading with the full-width marks that its numbering and Chinese words ask for."""
    words = re.sub(rf"^[（(]([{_HAN}]+|\d{{1,2}})[）)]、?", r"（\1）", head)
    words = re.sub(r"^(\d{1,2})[．、]", r"\1.", words)
    words = re.sub(r"\(([^()]*[\u4e00-\u9fff][^()]*)\)", r"（\1）", words)
    full = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
    return re.sub(r"(?<=[\u4e00-\u9fff”’》）])[,;:?!]", lambda found: full[found.group()], words)


def balanced(text: str) -> bool:
    """Whether brackets, quotation marks and book marks pair; either width of a round bracket closes the other."""
    words = text.replace("(", "（").replace(")", "）")
    return all(words.count(pair[0]) == words.count(pair[1]) for pair in _PAIRS)
