"""word-spacing-fixed: a style attribute does not force narrow word spacing on the reader."""

from __future__ import annotations

from mingwen.linting.rule import Example
from mingwen.linting.spacing import spacing_rule
from mingwen.model import Text

word_spacing_fixed = spacing_rule(
    "word-spacing",
    Text("词距", "word spacing"),
    0.16,
    "9e45ec",
    bad=(
        Example("<p style='word-spacing: 0.05em !important'>Notice of 2024</p>", says="narrow"),
        Example("<p style='word-spacing: normal !important'>Notice of 2024</p>", says="narrow"),
    ),
    good=(
        Example("<p style='word-spacing: 0.05em'>Notice of 2024</p>"),
        Example("<p style='word-spacing: 0.2em !important'>Notice of 2024</p>"),
    ),
)
