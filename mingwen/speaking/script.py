"""A document → its speech script: one sentence an utterance, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

from mingwen.model import Document
from mingwen.speaking.polyphones import Readings, heard
from mingwen.speaking.runs import Block, blocks
from mingwen.speaking.saying import ODD, in_words
from mingwen.speaking.sentences import cut

#: A line without any word.
WORDLESS = re.compile(r"\n[^\w\n]+(?=\n)")


class Sentence(NamedTuple):
    """`text` as it stands on the page, white space run together; `say` as it is heard, "" where nothing is."""

    id: int
    text: str
    say: str


def script(document: Document, readings: Readings = ()) -> tuple[Sentence, ...]:
    """The title, then the body. Joined, the texts are the title and the body's text without white space."""
    chinese = document.lang.lower().split("-")[0] == "zh"
    every = (Block(document.title), *blocks(document.body.html))
    return tuple(map(Sentence, count(), *(_chinese(every, readings) if chinese else _other(every))))


def _chinese(every: Iterable[Block], readings: Readings) -> tuple[list[str], list[str]]:
    """The sentences of Chinese, and what is heard of each."""
    texts: list[str] = []
    said: list[str] = []
    odd: list[tuple[int, bool]] = []
    for block in every:
        text, first = _tidy(block.text), len(said)
        if block.say is not None:
            texts.append(text)
            said.append(block.before + block.say)
            odd.append((first, False))
            continue
        sentences = cut(text)
        texts += sentences
        said += sentences
        if block.before or ODD.search(text):
            said[first] = block.before + said[first]
            odd += [(at, at == first) for at in range(first, len(said))]
    for (at, _), words in zip(odd, in_words([(said[at], begins) for at, begins in odd]), strict=True):
        said[at] = words
    # No line holds a line's end, so all of them are spelt for the ear at once.
    lines = "\n".join(("", *said, ""))
    return texts, heard(WORDLESS.sub("\n", lines), readings).split("\n")[1:-1]


def _other(every: Iterable[Block]) -> tuple[list[str], list[str]]:
    """The same in another language: voices know its figures, and our own words stay out of it."""
    texts: list[str] = []
    words: list[str] = []
    for block in every:
        text = _tidy(block.text)
        if block.say is not None:
            said = block.say.replace("：", ": ").replace("，", ", ").rstrip("。")
            texts.append(text)
            words.append(said if block.text else f"Picture: {said}" if block.before else "Footnotes")
        else:
            sentences = cut(text, chinese=False)
            texts += sentences
            words += [sentence.strip() for sentence in sentences]
    return texts, words


def _tidy(text: str) -> str:
    return " ".join(text.split())
