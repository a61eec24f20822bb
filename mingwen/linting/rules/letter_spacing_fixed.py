"""letter-spacing-fixed: a style attribute does not force narrow letter spacing on the reader."""

from __future__ import annotations

from mingwen.linting.rule import Example
from mingwen.linting.spacing import spacing_rule
from mingwen.model import Text

letter_spacing_fixed = spacing_rule(
    "letter-spacing",
    Text("字距", "letter spacing"),
    0.12,
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
