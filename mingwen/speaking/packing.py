"""A speech script → the file that the player loads when somebody presses 听本页.

JavaScript that calls one function, because pages opened from a disk may load scripts but may not fetch files. The text
is on the page already, so a sentence is only its length, and what is heard where that differs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from mingwen.speaking.pinyin import rare
from mingwen.speaking.polyphones import Readings
from mingwen.speaking.script import Sentence

#: White space that neither side counts; the player's expression is the same.
BLANKS = " \t\n\r\f"


def pack(sentences: Iterable[Sentence], readings: Readings = ()) -> str:
    """mingwenSpeech([12,[30,"…"],…],[…]): lengths in UTF-16 units without white space, speech where it differs, and
    the places and pinyin of rare characters."""
    items: list[int | list[int | str]] = []
    texts: list[str] = []
    for sentence in sentences:
        text, counted = sentence.text, length(sentence.text)
        items.append(counted if sentence.say == text.strip() and text else [counted, sentence.say])
        texts.append(text)
    return f"mingwenSpeech({_json(items)},{_json(list(_places(texts, readings)))})\n"


def _places(texts: Iterable[str], readings: Readings) -> Iterator[tuple[int, str]]:
    """The rare characters of all sentences, each with its distance from the beginning."""
    # No word goes on over a line's end, and the line's end is not counted.
    whole = "\n".join(texts)
    at = before = 0
    for place, said in rare(whole, readings):
        at += length(whole[before:place])
        before = place
        yield at, said


def length(text: str) -> int:
    """As JavaScript counts it, in UTF-16 units, without white space."""
    for blank in BLANKS:
        text = text.replace(blank, "")
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _json(value: object) -> str:
    """JSON that is JavaScript too, and safe in any page: no line separators, no </script>."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
