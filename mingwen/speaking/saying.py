"""One stretch of text as it is spoken. What it makes is for the ear alone; it never fails and never adds a thought."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingwen.speaking import codes, dates, numbers, polyphones, units

#: Members of character classes: what needs more than the readings of its characters.
IN_FIGURES = r"0-9①-⑳A-Za-z%％‰（(＞＜≥≤≈±×÷＝=№☎&§¥￥$€、"
BLANK = r" \t\n\r\f\u00a0\u2009\u202f\u3000"
UNHEARD = r"*_#|↩\ufe0e\u200b-\u200d\u2060\ufeff"
FIGURES = re.compile(f"[{IN_FIGURES}]")
SPACES = re.compile(f"[{BLANK}]+")
SILENT = re.compile(f"[{UNHEARD}]")
DASH = re.compile("[～~–]")
DASHES = re.compile(r"[～~]|(?<=\w)\s*–\s*(?=\w)")
#: Between texts that are said together. It is in no class of ours, and no page holds it.
BOUND = "\0"
#: Most sentences have none of all this.
ODD = re.compile(f"[{IN_FIGURES}{BLANK}{UNHEARD}～~–]")
DIGIT = re.compile(r"\d")
WORD = re.compile(r"\w")
STOPS = re.compile(r"[，、]+(?=[，。！？；：、])|(?<=[。！？；：])[，、]+|^[，、\s]+")


def say(text: str, readings: polyphones.Readings = (), begins: bool = True) -> str:
    """Chinese text as a voice should read it. `begins`: it opens a paragraph, so a clause number may stand first."""
    return polyphones.heard(in_words([(text, begins)])[0], readings)


def in_words(texts: Sequence[tuple[str, bool]]) -> list[str]:
    """The same for many texts, each with its `begins`, before any word is spelt for the ear; "" where there is none.

    Most expressions take longer to start than to run, so they see all texts at once; none of them crosses `BOUND`.
    """
    said = [text.replace(BOUND, "") for text, _ in texts]
    figures = [at for at, text in enumerate(said) if FIGURES.search(text)]
    clauses = [codes.clause(said[at]) if texts[at][1] else said[at] for at in figures]
    for at, words in zip(figures, _figures(BOUND.join(clauses)).split(BOUND), strict=False):
        said[at] = words
    whole = SILENT.sub("", BOUND.join(said))
    if DASH.search(whole):
        whole = DASHES.sub("，", whole)
    return [_tidied(words, text) for words, (text, _) in zip(whole.split(BOUND), texts, strict=False)]


def _tidied(words: str, text: str) -> str:
    """Words without what was left over when they were put for `text`."""
    if words != text:
        words = STOPS.sub("", words)
    words = SPACES.sub(" ", words).strip()
    return words if WORD.search(words) else ""


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
