"""The word that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from mingwen.model import Text

LIKE_ENOUGH = 0.49


def nearest(word: str, known: Iterable[str], enough: float = LIKE_ENOUGH) -> str:
    """The known word most like `word` (of equals the first), or "" where none is like it (0 no, 1 the same)."""
    matcher = SequenceMatcher(b=word.casefold())
    best, score = "", enough
    for name in known:
        matcher.set_seq1(name.casefold())
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score and matcher.ratio() > score:
            best, score = name, matcher.ratio()
    return best


def hint(word: str, known: Iterable[str]) -> Text:
    """The end of a sentence: proposes the nearest word, or just stops where there is none."""
    close = nearest(word, known)
    return Text(f"，是不是“{close}”？", f"; did you mean {close}?") if close else Text("。", ".")
