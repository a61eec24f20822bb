"""A speech script → the file that the player loads when somebody presses 听本页.

JavaScript that calls one function, because pages opened from a disk may load scripts but may not fetch files. The text
is on the page already, so a sentence is only its length, and what is heard where that differs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from mingwen.speaking.script import Sentence

#: White space that neither side counts; the player's expression is the same.
BLANK = dict.fromkeys(map(ord, " \t\n\r\f"))


def pack(sentences: Iterable[Sentence], rare: Iterable[tuple[int, str]] = ()) -> str:
    """mingwenSpeech([12,[30,"…"],…],[…]): lengths in UTF-16 units without white space, speech where it differs, and
    the places and pinyin of rare characters."""
    items = [_item(sentence) for sentence in sentences]
    return f"mingwenSpeech({_json(items)},{_json([list(pair) for pair in rare])})\n"


def length(text: str) -> int:
    """As JavaScript counts it, without white space."""
    bare = text.translate(BLANK)
    return len(bare) + sum(ord(character) > 0xFFFF for character in bare)


def _item(sentence: Sentence) -> int | list[int | str]:
    counted = length(sentence.text)
    return counted if sentence.say == sentence.text.strip() and sentence.text else [counted, sentence.say]


def _json(value: object) -> str:
    """JSON that is JavaScript too, and safe in any page: no line separators, no </script>."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/")
