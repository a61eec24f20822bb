"""Chinese names → ASCII words for URLs and ids, with the readings that a dictionary may get wrong.

ü is written v, as on keyboards: 绿 → lv.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from mingwen.reading.parsed import Readings

# Place names and offices; readings by 现代汉语词典 and the official romanisation of the places.
BUILT_IN: Readings = (
    ("重庆", "chong qing"),
    ("重阳", "chong yang"),
    ("长城", "chang cheng"),
    ("长安", "chang an"),
    ("长沙", "chang sha"),
    ("长春", "chang chun"),
    ("长江", "chang jiang"),
    ("长者", "zhang zhe"),
    ("局长", "ju zhang"),
    ("市长", "shi zhang"),
    ("增长", "zeng zhang"),
    ("厦门", "xia men"),
    ("六安", "lu an"),
    ("蚌埠", "beng bu"),
    ("亳州", "bo zhou"),
    ("台州", "tai zhou"),
    ("乐清", "yue qing"),
    ("丽水", "li shui"),
    ("东莞", "dong guan"),
    ("番禺", "pan yu"),
    ("大埔", "da bu"),
    ("涡阳", "guo yang"),
    ("泌阳", "bi yang"),
    ("浚县", "xun xian"),
    ("荥阳", "xing yang"),
    ("歙县", "she xian"),
    ("黟县", "yi xian"),
    ("铅山", "yan shan"),
    ("井陉", "jing xing"),
    ("会计", "kuai ji"),
    ("银行", "yin hang"),
    ("行业", "hang ye"),
    ("朝阳", "chao yang"),
    ("都匀", "du yun"),
    ("给予", "ji yu"),
)
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
TONES = re.compile(r"(?<=[a-z])[1-5]\b")
WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=4096)
def words(text: str, readings: Readings = ()) -> tuple[str, ...]:
    """ASCII words of a text: one a Chinese character, runs of letters and digits whole; the rest is left out."""
    if text.isascii():
        return tuple(WORD.findall(text.lower()))
    from pypinyin import lazy_pinyin

    table = dict(BUILT_IN) | {word: TONES.sub("", reading.lower()) for word, reading in readings}
    cut = re.compile("(" + "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True)) + ")")
    spoken = (
        f" {table[part]} " if part in table else " ".join(lazy_pinyin(part, errors=lambda run: _ascii(run)))
        for part in cut.split(text)
    )
    return tuple(WORD.findall(" ".join(spoken).lower()))


def slug(name: str, readings: Readings = ()) -> str:
    """A name fit for a URL: kept where it is plain ASCII, else its pinyin joined by "-"; never empty."""
    if SAFE.fullmatch(name):
        return name
    return "-".join(words(name, readings)) or "x" + sha256(name.encode()).hexdigest()[:8]


def _ascii(run: str) -> str:
    return "".join(character if character.isascii() else " " for character in run)
