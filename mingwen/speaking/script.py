"""A document → its speech script: one sentence an utterance, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mingwen.model import Document
from mingwen.speaking.polyphones import Readings
from mingwen.speaking.runs import Block, blocks
from mingwen.speaking.saying import say
from mingwen.speaking.sentences import cut


class Sentence(NamedTuple):
    """`text` as it stands on the page, white space run together; `say` as it is heard, "" where nothing is."""

    id: int
    text: str
    say: str


def script(document: Document, readings: Readings = ()) -> tuple[Sentence, ...]:
    """The title, then the body. Joined, the texts are the title and the body's text without white space."""
    chinese = document.lang.lower().split("-")[0] == "zh"
    heard: list[Sentence] = []
    for block in (Block(document.title), *blocks(document.body.html)):
        for text, said in _chinese(block, readings) if chinese else _other(block):
            heard.append(Sentence(len(heard), text, said))
    return tuple(heard)


def _chinese(block: Block, readings: Readings) -> Iterator[tuple[str, str]]:
    """(text, say) of each sentence of a block of Chinese."""
    if block.say is not None:
        yield _tidy(block.text), say(block.before + block.say, readings, begins=False)
        return
    for number, text in enumerate(cut(_tidy(block.text))):
        before = block.before if number == 0 else ""
        yield text, say(before + text, readings, begins=number == 0)


def _other(block: Block) -> Iterator[tuple[str, str]]:
    """The same in another language: voices know its figures, and our own words stay out of it."""
    if block.say is not None:
        said = block.say.replace("：", ": ").replace("，", ", ").rstrip("。")
        yield _tidy(block.text), said if block.text else f"Picture: {said}" if block.before else "Footnotes"
        return
    for text in cut(_tidy(block.text), chinese=False):
        yield text, text.strip()


def _tidy(text: str) -> str:
    return " ".join(text.split())
