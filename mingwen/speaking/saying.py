"""One stretch of text as it is spoken. What it makes is for the ear alone; it never fails and never adds a thought."""

from __future__ import annotations

import re

from mingwen.speaking import codes, dates, numbers, polyphones, units

#: Members of character classes: what needs more than the readings of its characters.
IN_FIGURES = r"0-9①-⑳A-Za-z%％‰（(＞＜≥≤≈±×÷＝=№☎&§¥￥$€、"
BLANK = r" \t\n\r\f\u00a0\u2009\u202f\u3000"
UNHEARD = r"*_#|↩\ufe0e\u200b-\u200d\u2060\ufeff"
FIGURES = re.compile(f"[{IN_FIGURES}]")
SPACES = re.compile(f"[{BLANK}]+")
SILENT = re.compile(f"[{UNHEARD}]")
DASHES = re.compile(r"[～~]|(?<=\w)\s*–\s*(?=\w)")
#: Most sentences have none of all this.
ODD = re.compile(f"[{IN_FIGURES}{BLANK}{UNHEARD}～~–]")
DIGIT = re.compile(r"\d")
WORD = re.compile(r"\w")
STOPS = re.compile(r"[，、]+(?=[，。！？；：、])|(?<=[。！？；：])[，、]+|^[，、\s]+")


def say(text: str, readings: polyphones.Readings = (), begins: bool = True) -> str:
    """Chinese text as a voice should read it. `begins`: it opens a paragraph, so a clause number may stand first."""
    if not ODD.search(text):
        said = text.strip()
        return polyphones.heard(said, readings) if WORD.search(said) else ""
    said = text
    if FIGURES.search(text):
        said = _figures(codes.clause(text) if begins else text)
    said = SILENT.sub("", said)
    said = DASHES.sub("，", said)
    said = SPACES.sub(" ", STOPS.sub("", said) if said != text else said).strip()
    return polyphones.heard(said, readings) if WORD.search(said) else ""


def _figures(text: str) -> str:
    """Everything in figures, in the order in which one form could be taken for another."""
    if not DIGIT.search(text):
        return numbers.circled(units.signs(codes.addresses(text)))
    text = numbers.ungrouped(text)
    text = codes.codes(text)
    text = dates.dates(text)
    text = dates.times(text)
    text = codes.long(text)
    text = numbers.ranges(text)
    text = numbers.shares(text)
    text = units.units(text)
    text = numbers.parts(text)
    return numbers.rest(text)
