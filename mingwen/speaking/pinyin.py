"""Pinyin above characters: 难字 (rare ones, and those in an unusual reading) or all of them.

Common are the 3 755 characters of GB 2312-80, level one (rows 16 to 55), chosen by how often they are used. Readings
come from pypinyin's phrases; a site's own words come before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from mingwen.speaking.polyphones import KNOWN, WORDS, Readings
from mingwen.speaking.runs import SILENT_CLASSES, SILENT_TAGS, TOKEN, VOID, _attributes

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
# All characters that are not in HAN.
OTHER = r"\0-\u33ff\u4dc0-\u4dff\ua000-\uf8ff\ufb00-\U0001ffff\U00040000-\U0010ffff"
ORDER = {word: number for number, word in enumerate(WORDS)}
TOLD = {word: tuple(reading.split()) for word, (_, reading) in WORDS.items()}
# Which characters of a word are spelt differently for the ear.
MISREAD = {word: [n for n, letter in enumerate(word) if letter != spelt[n]] for word, (spelt, _) in WORDS.items()}
RUBY = '<ruby>{0}<rp>(</rp><rt lang="zh-Latn-pinyin">{1}</rt><rp>)</rp></ruby>'


@cache
def common() -> frozenset[str]:
    """The characters of GB 2312, level one."""
    rows = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, 56) for cell in range(1, 95 if row < 55 else 90))
    return frozenset(b"".join(rows).decode("gb2312"))


@cache
def _uncommon() -> re.Pattern[str]:
    """Han characters that are not common."""
    return re.compile(f"[^{OTHER}{''.join(common())}]")


@cache
def _standard() -> dict[str, tuple[str, ...]]:
    """Every reading of a character, the usual one first."""
    from pypinyin.constants import PINYIN_DICT

    return {chr(code): tuple(readings.split(",")) for code, readings in PINYIN_DICT.items()}


@lru_cache(maxsize=256)
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
    said = list(_read(text))
    for word, parts, places in _told(text, readings):
        for at in places if parts else ():
            said[at : at + len(word)] = parts
    return tuple(said)


def _told(text: str, readings: Readings) -> Iterator[tuple[str, tuple[str, ...], list[int]]]:
    """(word, reading, places) of words whose reading we or the site know, the later ones to be believed. The reading
    is () where what the site wrote is none."""
    places: dict[str, list[int]] = {}
    at = 0
    while found := KNOWN.search(text, at):
        at = found.start() + 1
        places.setdefault(found[0], []).append(found.start())
    for word in sorted(places, key=ORDER.__getitem__):
        yield word, TOLD[word], places[word]
    for word, reading in readings:
        if word in text:
            yield word, syllables(word, reading), [found.start() for found in re.finditer(re.escape(word), text)]


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    said = [each[0] for each in pinyin(text, style=Style.TONE)]
    if len(said) != len(text):
        # Characters that it does not know come as one run.
        said = [_standard().get(character, ("",))[0] for character in text]
    return tuple(said)


def rare(text: str, readings: Readings = ()) -> tuple[tuple[int, str], ...]:
    """(place, pinyin) of characters that are not common, and of those that the site gives a reading for or that stand
    in a word that is often misread."""
    readings = tuple(pair for pair in readings if HAN.fullmatch(pair[0]))
    own = dict(readings)
    odd = {found.start() for found in _uncommon().finditer(text)}
    said: dict[int, str] = {}
    for word, parts, places in _told(text, readings):
        misread = range(len(word)) if word in own else MISREAD[word]
        odd.update([at + n for at in places for n in misread])
        for n, part in enumerate(parts):
            said |= dict.fromkeys([at + n for at in places], part)
    # What nobody told us depends on the words around: pypinyin is slow, and most texts do not need it.
    said |= _looked_up(text, odd - said.keys())
    return tuple((at, said[at]) for at in sorted(odd) if said[at] != text[at])


def _looked_up(text: str, places: Iterable[int]) -> Iterator[tuple[int, str]]:
    """(place, pinyin) of Han characters, each read with the run of them that it stands in."""
    start = end = 0
    parts: tuple[str, ...] = ()
    for at in sorted(places):
        if at >= end:
            start = at
            while start > end and HAN.match(text, start - 1, start):
                start -= 1
            run = next(HAN.finditer(text, start))[0]
            end, parts = start + len(run), _read(run)
        yield at, parts[at - start]


def annotated(html: str, readings: Readings = ()) -> str:
    """The same HTML with pinyin over every Han character; its lines stay lines, its words stay words."""
    parts: list[str] = []
    silent: list[str] = []
    for token in TOKEN.finditer(html):
        tag = (token["tag"] or "").lower()
        if tag and token["end"] and tag in silent:
            while silent.pop() != tag:
                pass
        elif tag and not token["end"] and tag not in VOID:
            classes = set(_attributes(token["attributes"]).get("class", "").split())
            if silent or tag in SILENT_TAGS or classes & SILENT_CLASSES:
                silent.append(tag)
        parts.append(html[token.start() : token.start("text")])
        parts.append(token["text"] if silent else HAN.sub(lambda found: _over(found[0], readings), token["text"]))
    return "".join(parts)


def _over(run: str, readings: Readings) -> str:
    return "".join(RUBY.format(*pair) for pair in zip(run, read(run, readings), strict=True))
