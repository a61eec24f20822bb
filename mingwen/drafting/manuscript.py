"""Draft → the text of a manuscript, and proposals put in their place."""

from __future__ import annotations

from dataclasses import replace

from mingwen.drafting.frontmatter import frontmatter
from mingwen.model import Draft

_DRAFT = "草稿: 是  # 看过各处猜测后删去这一行，才会发布\n"
_END = "---\n"


def manuscript(draft: Draft) -> str:
    """Front matter and body, as one file; a draft, because nobody has read the guesses yet."""
    return f"{frontmatter(draft.fields).removesuffix(_END)}{_DRAFT}{_END}\n{draft.body}"


def fixed(draft: Draft) -> Draft:
    """The draft with every proposal put in place; each stands in the result as a guess that was applied."""
    lines = draft.body.split("\n")
    # From the end, so that a proposal of several lines moves none that is still to come.
    for guess in sorted(draft.guesses, key=lambda guess: -guess.at):
        if not guess.applied:
            start = guess.at - 1
            lines[start : start + guess.before.count("\n") + 1] = guess.after.split("\n")
    return replace(draft, body="\n".join(lines), guesses=tuple(replace(guess, applied=True) for guess in draft.guesses))


def missing(draft: Draft) -> tuple[str, ...]:
    """Needed fields that were not found."""
    return tuple(key for key, value in draft.fields if value is None)
