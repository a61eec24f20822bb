"""A speech script → the file that the player loads when somebody presses 听本页.

JavaScript that calls one function, because pages opened from a disk may load scripts but may not fetch files. The text
is on the page already, so a sentence is only its length, and what is heard where that differs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from mingwen.speaking.pinyin import rare
from mingwen.speaking.polyphones import Readings
from mingwen.speaking.script import Sentence

#: Characters of two UTF-16 units.
ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def pack(sentences: Iterable[Sentence], readings: Readings = ()) -> str:
    """mingwenSpeech([12,[30,"…"],…],[…]): lengths in UTF-16 units without white space, speech where it differs, and
    the places and pinyin of rare characters."""
    sentences = tuple(sentences)
    # No word goes on over a line's end, and the line's end is not counted.
    whole = "\n".join([sentence.text for sentence in sentences])
    items = [
        counted if text and (say == text or say == text.strip()) else [counted, say]
        for (_, text, say), counted in zip(sentences, _lengths(whole), strict=False)
    ]
    return f"mingwenSpeech({_json(items)},{_json(_places(whole, readings))})\n"


def _places(whole: str, readings: Readings) -> list[tuple[int, str]]:
    """The rare characters of all sentences, each with its distance from the beginning."""
    found = rare(whole, readings)
    text = whole.replace("\n", " ")
    between = "\n".join([text[start:end] for start, end in pairwise([0, *(at for at, _ in found)])])
    return list(zip(accumulate(_lengths(between)), [said for _, said in found], strict=False))


def _lengths(lines: str) -> Iterator[int]:
    """The length of each line as JavaScript counts it, in UTF-16 units. White space, run together here to single
    spaces, is counted by neither side, nor is U+FEFF, which is white space to JavaScript alone."""
    lines = lines.replace(" ", "").replace("\ufeff", "")
    if len(lines.encode("utf-16-le", "surrogatepass")) > 2 * len(lines):
        lines = ASTRAL.sub("  ", lines)
    return map(len, lines.split("\n"))


def _json(value: object) -> str:
    """JSON that is JavaScript too, and safe in any page: no line separators, no </script>."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
