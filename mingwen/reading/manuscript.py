"""What the Markdown extensions share about the one manuscript that is being read.

It travels in markdown-it's `env` under "manuscript"; it is the only thing in this chapter that changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, cast
from urllib.parse import unquote

from markdown_it.token import Token

from mingwen.model import Edit, Finding, Heading, Link, Place
from mingwen.reading.outcome import ask, fail
from mingwen.reading.parsed import SCHEME, Readings, Reference
from mingwen.reading.slug import words

KEY = "manuscript"
# Markdown never lets U+0000 through, so it can mark the gaps that are filled once all manuscripts are known.
GAP = "\0{kind}{number}\0"


@dataclass
class Manuscript:
    """`lines` are those of the body; line 0 of the body is line `offset` + 1 of the file. `spelt` are headings whose
    words are known in letters."""

    path: str
    lines: list[str]
    offset: int = 0
    lang: str = "zh-CN"
    readings: Readings = ()
    title: str = ""
    findings: list[Finding] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    ids: dict[str, None] = field(default_factory=dict)
    characters: int = 0
    cursor: dict[int, int] = field(default_factory=dict)
    spelt: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """The body as one text; its last line has an end, as some rules of Markdown take for granted."""
        text = "\n".join(self.lines)
        return text if text.endswith("\n") else text + "\n"

    @property
    def chinese(self) -> bool:
        return self.lang.lower().startswith("zh")

    def word(self, zh: str, en: str) -> str:
        """A word in the manuscript's own language."""
        return zh if self.chinese else en

    def place(self, line: int, column: int = 0) -> Place:
        """Line and column of the body, from 0, as a place in the file."""
        return Place(self.path, self.offset + line + 1, column + 1)

    def fail(self, rule: str, place: Place, zh: str, en: str, quote: str = "") -> None:
        self.findings.append(fail(rule, place, zh, en, quote))

    def ask(self, rule: str, place: Place, zh: str, en: str, quote: str = "", edit: Edit | None = None) -> None:
        self.findings.append(ask(rule, place, zh, en, quote, edit))

    def refer(self, href: str, kind: Literal["link", "image"], place: Place) -> int:
        typed = href if SCHEME.match(href) else unquote(href)
        self.references.append(Reference(Link(typed, place), kind))
        return len(self.references) - 1

    def spell(self, text: str) -> tuple[str, ...]:
        """The words of a text in letters; pinyin is slow to load and most headings have been spelt before."""
        if text not in self.spelt:
            self.spelt[text] = words(text, self.readings)
        return self.spelt[text]

    def new_id(self, wanted: str) -> str:
        """`wanted`, or with -2, -3 … where it is taken."""
        taken, number = wanted, 2
        while taken in self.ids:
            taken, number = f"{wanted}-{number}", number + 1
        self.ids[taken] = None
        return taken


def gap(kind: str, number: int) -> str:
    """Marks where a resolved href ("h"), or what follows a link's words ("s") will stand."""
    return GAP.format(kind=kind, number=number)


def of(env: object) -> Manuscript:
    """The manuscript that markdown-it's `env` carries."""
    return cast(Manuscript, cast(dict[str, object], env)[KEY])


def place_of(token: Token) -> tuple[int, int]:
    """Line and column of an inline token in the body, from 0 (see extensions/located.py)."""
    return cast(tuple[int, int], token.meta.get("place", (0, 0)))
