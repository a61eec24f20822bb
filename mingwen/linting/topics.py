"""Whether two texts speak of the same thing: a guess by their words, only good for asking."""

from __future__ import annotations

import re

from mingwen.linting.words import words

WORD = re.compile(r"[a-z][a-z'’]+|\d+", re.IGNORECASE)
HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
# Words that are in every text.
EMPTY = words(
    "the a an of in on at for to and or is are was were be by with from as this that it its our your we you i not no "
    "page home welcome de la le les der die das und et"
)
# English words are compared by their beginnings, so that “season” meets “seasons”. Letters.
STEM = 4


def terms(text: str) -> set[str]:
    """English words cut to their stems, numbers, and pairs of Chinese characters that stand together."""
    found = {word.lower().strip("'’")[:STEM] for word in WORD.findall(text) if word.lower() not in EMPTY}
    for run in HAN_RUN.findall(text):
        found.update(run[at : at + 2] for at in range(max(len(run) - 1, 1)))
    return found


def coverage(part: str, whole: str) -> float:
    """The share of the terms of `part` that occur in `whole`; 1 where `part` has none."""
    asked = terms(part)
    if not asked:
        return 1.0
    # Han characters are the same in lower case, and copying a long text takes longer than looking through it.
    text = whole.lower() if any(map(str.isascii, asked)) else whole
    return sum(term in text for term in asked) / len(asked)
