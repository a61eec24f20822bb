"""Lists of words, and the known one nearest to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The most similar of `known`; always one of them."""
    from difflib import SequenceMatcher

    return max(sorted(known), key=lambda each: SequenceMatcher(None, word.lower(), each.lower()).ratio())


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: how this package writes long lists of terms."""
    return frozenset(text.split())
