"""Text → sentences of a length that a voice gets through: at 。！？；, and at commas where one is longer than 80."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

#: Characters. Some voices go silent after about 14 seconds; at four to five characters a second this is near it.
MOST = 80
CLOSERS = '”’』」）)》〉】"'
CHINESE = re.compile(rf"[^。！？；]*[。！？；]+[{CLOSERS}]*|[^。！？；]+")
OTHER = re.compile(r".*?(?:[.!?;]+[\"'”’)]*(?=\s|$)|$)", re.S)
COMMAS = re.compile(rf"[^，,：:]*[，,：:]+[{CLOSERS}]*|[^，,：:]+")
PAUSES = re.compile(r"[^、]*、|[^、]+")


def cut(text: str, chinese: bool = True) -> tuple[str, ...]:
    """The sentences of a text; joined they are the text again."""
    whole = (CHINESE if chinese else OTHER).findall(text)
    if len(text) > MOST and len(max(whole, key=len)) > MOST:
        whole = [part for sentence in whole for part in ([sentence] if len(sentence) <= MOST else _parts(sentence))]
    return tuple(filter(None, whole))


def _parts(sentence: str) -> Iterator[str]:
    """Parts of at most `MOST` characters where the commas of a sentence (else its 、) allow it."""
    parts = COMMAS.findall(sentence)
    return _packed(piece for part in parts for piece in ([part] if len(part) <= MOST else PAUSES.findall(part)))


def _packed(parts: Iterable[str]) -> Iterator[str]:
    """Neighbouring parts together as long as they stay short."""
    held = ""
    for part in parts:
        if held and len(held) + len(part) > MOST:
            yield held
            held = ""
        held += part
    if held:
        yield held
