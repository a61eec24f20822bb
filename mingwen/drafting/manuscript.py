"""Draft → the text of a manuscript, and proposals put in their place."""

from __future__ import annotations

from dataclasses import replace

from mingwen.drafting.frontmatter import frontmatter
from mingwen.model import Draft


def manuscript(draft: Draft) -> str:
    """Front matter and body, as one file."""
    return f"{frontmatter(draft.fields)}\n{draft.body}"


def fixed(draft: Draft) -> Draft:
    """The draft with every proposal put in place; each stands in the result as a guess that was applied."""
    lines = draft.body.split("\n")
    for guess in draft.guesses:
        if not guess.applied:
            lines[guess.at - 1] = guess.after
    return replace(draft, body="\n".join(lines), guesses=tuple(replace(guess, applied=True) for guess in draft.guesses))


def missing(draft: Draft) -> tuple[str, ...]:
    """Needed fields that were not found."""
    return tuple(key for key, value in draft.fields if value is None)
