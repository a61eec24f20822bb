"""Lists of words, and the known one that a misspelt one probably is."""

from __future__ import annotations

from collections.abc import Iterable

# Below this share of letters in common, in order, a word is another one and no slip. From 0 to 1.
NEAR = 0.75


def nearest(word: str, known: Iterable[str], beginning: str = "") -> str:
    """The most similar of `known`, "" where none is so near that it is probably meant.

    A `beginning` that all of them have counts for nothing.
    """
    from difflib import SequenceMatcher

    def likeness(each: str) -> float:
        ours, theirs = word.lower().removeprefix(beginning), each.lower().removeprefix(beginning)
        return SequenceMatcher(None, ours, theirs).ratio()

    best = max(sorted(known), key=likeness, default="")
    return best if likeness(best) >= NEAR else ""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: how this package writes long lists of terms."""
    return frozenset(text.split())
