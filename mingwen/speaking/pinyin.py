"""Pinyin above characters: 难字 (rare ones, and those in an unusual reading) or all of them.

Common are the 3 755 characters of GB 2312-80, level one (rows 16 to 55), chosen by how often they are used. Readings
come from pypinyin's phrases; a site's own words come before them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from mingwen.speaking.polyphones import WORDS, Readings
from mingwen.speaking.runs import SILENT_CLASSES, SILENT_TAGS, TOKEN, VOID, _attributes

HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]+")
TONED = re.compile(r"[a-zü]+[1-5]?")
RUBY = '<ruby>{0}<rp>(</rp><rt lang="zh-Latn-pinyin">{1}</rt><rp>)</rp></ruby>'


@cache
def common() -> frozenset[str]:
    """The characters of GB 2312, level one."""
    return frozenset(
        bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312")
        for row in range(16, 56)
        for cell in range(1, 95)
        if not (row == 55 and cell > 89)
    )


@cache
def _standard() -> dict[str, tuple[str, ...]]:
    """Every reading of a character, the usual one first."""
    from pypinyin.constants import PINYIN_DICT

    return {chr(code): tuple(readings.split(",")) for code, readings in PINYIN_DICT.items()}


def syllables(word: str, reading: str) -> tuple[str, ...]:
    """A reading as it is written in the settings, one part a character, with tone marks: lu4 an1 → lù ān.

    A part without a tone takes that of the first reading of its character that is spelt so.
    """
    from pypinyin.contrib.tone_convert import to_normal, to_tone

    parts = tuple(part.lower().replace("v", "ü") for part in reading.split())
    if len(parts) != len(word):
        return ()
    toned = []
    for character, part in zip(word, parts, strict=True):
        known = (each for each in _standard().get(character, ()) if to_normal(each, v_to_u=True) == part)
        toned.append(to_tone(part) if part[-1:].isdigit() else next(known, part))
    return tuple(toned)


@cache
def _twins() -> dict[str, str]:
    """Reading → a common character that has only this reading."""
    found: dict[str, str] = {}
    for character in sorted(common()):
        readings = _standard().get(character, ())
        if len(readings) == 1:
            found.setdefault(readings[0], character)
    return found


def twin(character: str, reading: str) -> str:
    """The character itself where it has but one reading, else one that can only be read so."""
    return character if len(_standard().get(character, ())) < 2 else _twins().get(reading, character)


def read(text: str, readings: Readings = ()) -> tuple[str, ...]:
    """The pinyin of every character of a run of Han characters."""
    own = [(word, tuple(reading.split())) for word, (_, reading) in WORDS.items() if word in text]
    own += [(word, parts) for word, reading in readings if word in text and (parts := syllables(word, reading))]
    return _read(text, tuple(own))


@lru_cache(maxsize=4096)
def _read(text: str, own: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    said = [each[0] for each in pinyin(text, style=Style.TONE)]
    if len(said) != len(text):
        # Characters that it does not know come as one run.
        said = [_standard().get(character, ("",))[0] for character in text]
    for word, parts in own:
        for at in (found.start() for found in re.finditer(re.escape(word), text)):
            said[at : at + len(word)] = parts
    return tuple(said)


def rare(text: str, readings: Readings = ()) -> tuple[tuple[int, str], ...]:
    """(place, pinyin) of characters that are not common, and of those that the site gives a reading for or that stand
    in a word that is often misread."""
    known, own = common(), dict(readings)
    found: dict[int, str] = {}
    for run in HAN.finditer(text):
        odd = {at for at, character in enumerate(run[0]) if character not in known}
        for word in (word for word in (*WORDS, *own) if word in run[0]):
            ambiguous = {at for at, letter in enumerate(word) if word in own or letter != WORDS[word][0][at]}
            odd |= {place.start() + at for place in re.finditer(re.escape(word), run[0]) for at in ambiguous}
        if odd:
            said = read(run[0], readings)
            found |= {run.start() + at: said[at] for at in odd if said[at] != run[0][at]}
    return tuple(sorted(found.items()))


def annotated(html: str, readings: Readings = ()) -> str:
    """The same HTML with pinyin over every Han character; its lines stay lines, its words stay words."""
    parts: list[str] = []
    silent: list[str] = []
    for token in TOKEN.finditer(html):
        if token["text"] and not silent:
            parts.append(HAN.sub(lambda found: _over(found[0], readings), token[0]))
            continue
        parts.append(token[0])
        tag = (token["tag"] or "").lower()
        if tag and token["end"] and tag in silent:
            while silent.pop() != tag:
                pass
        elif tag and not token["end"] and tag not in VOID:
            classes = set(_attributes(token["attributes"]).get("class", "").split())
            if silent or tag in SILENT_TAGS or classes & SILENT_CLASSES:
                silent.append(tag)
    return "".join(parts)


def _over(run: str, readings: Readings) -> str:
    return "".join(RUBY.format(*pair) for pair in zip(run, read(run, readings), strict=True))
