"""letter-spacing-fixed: a style attribute does not force narrow letter spacing on the reader."""

from __future__ import annotations

from mingwen.linting.dom import Node
from mingwen.linting.rule import Example, Hits
from mingwen.linting.spacing import spacing_rule, too_low
from mingwen.model import Text

# WCAG 2.2 1.4.12 Text Spacing, times the font size.
FLOOR = 0.12


@spacing_rule(
    "letter-spacing",
    Text("字距", "letter spacing"),
    FLOOR,
    "24afc2",
    bad=(
        Example("<p style='letter-spacing: 0.05em !important'>Notice of 2024</p>", says="narrow"),
        Example("<p style='letter-spacing: normal !important'>Notice of 2024</p>", says="narrow"),
    ),
    good=(
        Example("<p style='letter-spacing: 0.05em'>Notice of 2024</p>"),
        Example("<p style='letter-spacing: 0.2em !important'>Notice of 2024</p>"),
    ),
)
def letter_spacing_fixed(node: Node) -> Hits:
    yield from too_low(node, "letter-spacing", FLOOR)
