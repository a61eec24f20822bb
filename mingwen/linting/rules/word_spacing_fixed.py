"""word-spacing-fixed: a style attribute does not force narrow word spacing on the reader."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits
from mingwen.linting.spacing import spacing_rule, too_low
from mingwen.model import Text

# WCAG 2.2 1.4.12 Text Spacing, times the font size.
FLOOR = 0.16


@spacing_rule(
    "word-spacing",
    Text("词距", "word spacing"),
    FLOOR,
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
def word_spacing_fixed(node: Node) -> Hits:
    yield from too_low(node, "word-spacing", FLOOR)
